/** What the browser test runs in the page: a map of its own, with what it reports on `window`. */
import type { DrawingGeometry } from "@/domain/drawing/schema";
import type { PlaceLanguage } from "@/map/gazetteer";
import type { MapIncident } from "../../types";
import { MapEngine } from "../engine";
import type { ReadoutPlace } from "../tools/readout-place";
import type { Ink } from "./ink";
import { writeWord } from "./write-word";

type Asked = { text: string; place: [number, number]; language: PlaceLanguage };

export type Probe = {
  /** Puts units and drawings of both countries on the map. */
  furnish: () => void;
  /** Leaves nothing on the map but the names of the five provinces, black on white. */
  onlyProvinceNames: (language: PlaceLanguage) => void;
  /** A word as the browser writes it, the same letter by letter, and where on the page the map should have it. */
  write: (asked: Asked) => Promise<{ right: Ink; wrong: Ink; at: [number, number] }>;
  engine: MapEngine;
  selected: string | null;
  unit?: string;
  readout?: ReadoutPlace;
  picked?: [number, number];
  sketched?: DrawingGeometry;
  incidents: MapIncident[];
};

declare global {
  interface Window {
    probe: Probe;
  }
}

const base: MapIncident = {
  id: "victims",
  ref: "KH-STR-7304",
  owner: "KH",
  kind: "victims-in-transit",
  impact: "very-high",
  status: "verified",
  sharing: "released",
  place: { lng: 106.05, lat: 13.75, coarse: true },
  acknowledged: { KH: "06:58", LA: "07:03" },
};

const stack = Array.from(
  { length: 5 },
  (_, index): MapIncident => ({
    ...base,
    id: `stack-${index}`,
    ref: `KH-STR-10${index}0`,
    kind: "goods",
    impact: "medium",
    place: { lng: 106, lat: 13.929 },
  }),
);

const incidents: MapIncident[] = [
  base,
  {
    ...base,
    id: "pursuit",
    ref: "KH-STR-1144",
    kind: "pursuit",
    impact: "high",
    place: { lng: 106.42, lat: 14.1 },
  },
  {
    ...base,
    id: "flood",
    ref: "LA-ATT-4009",
    owner: "LA",
    kind: "flood",
    impact: "high",
    place: { lng: 106.52, lat: 14.67 },
  },
  ...stack,
];

function container(): HTMLElement {
  const found = document.getElementById("map");
  if (!found) throw new Error("the page has no #map");
  return found;
}

const screen = window.location.search === "?wall" ? "wall" : "command";
const engine = new MapEngine({
  container: container(),
  theme: "dark",
  language: "en",
  screen,
  reducedMotion: true,
  texts: {
    mapLabel: "Map of the border provinces",
    loading: "Loading the map",
    somewhere: "somewhere in this square",
    indicative: "Boundaries indicative only",
    staleSince: (side, since) => `${side} as of ${since}`,
  },
  onSelect: (id) => {
    window.probe.selected = id;
    engine.select(id);
  },
  onUnit: (id) => {
    window.probe.unit = id;
  },
  onPick: (lng, lat) => {
    window.probe.picked = [lng, lat];
  },
});
const square = (west: number, south: number): DrawingGeometry => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [west + 0.5, south],
      [west + 0.5, south + 0.3],
      [west, south + 0.3],
      [west, south],
    ],
  ],
});

function furnish(): void {
  engine.setUnits(
    (["fresh", "stale", "lost"] as const).map((freshness, index) => ({
      id: freshness,
      owner: index === 1 ? "LA" : "KH",
      kind: "patrol",
      callsign: `KILO ${index + 1}`,
      lng: 105.1 + index * 0.3,
      lat: 13.75,
      heading: 45,
      freshness,
    })),
  );
  engine.setDrawings([
    { id: "a", shape: "area", geometry: square(106.3, 13.3), label: "Search 3", owner: "KH", shared: true },
    { id: "b", shape: "area", geometry: square(106.6, 14.9), label: "ເຂດຊອກຫາ", owner: "LA" },
    {
      id: "c",
      shape: "label",
      geometry: { type: "Point", coordinates: [105.4, 14.5] },
      label: "RV",
      owner: "LA",
    },
  ]);
}

function onlyProvinceNames(language: PlaceLanguage): void {
  engine.setLanguage(language);
  for (const layer of engine.map.getStyle().layers) {
    const shown = layer.id === "out" || layer.id === "province-names";
    engine.map.setLayoutProperty(layer.id, "visibility", shown ? "visible" : "none");
  }
  engine.map.setPaintProperty("out", "background-color", "#ffffff");
  engine.map.setPaintProperty("province-names", "text-color", "#000000");
  engine.map.setPaintProperty("province-names", "text-halo-width", 0);
}

async function write({ text, place, language }: Asked) {
  const { x, y } = engine.map.project(place);
  // A joiner that joins nothing between the letters keeps each by itself.
  const apart = [...text].join("\u200c");
  return {
    right: await writeWord(text, language, screen),
    wrong: await writeWord(apart, language, screen),
    at: [x, y] as [number, number],
  };
}

window.probe = { engine, selected: null, incidents, furnish, onlyProvinceNames, write };
engine.setAll(incidents);
