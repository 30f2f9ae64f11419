/** What the browser test runs in the page: a map of its own, with everything it tells put on `window`. */
import type { DrawingGeometry } from "@/domain/drawing/schema";
import type { MapIncident } from "../../types";
import { MapEngine } from "../engine";

export type Probe = {
  engine: MapEngine;
  selected: string | null;
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

const engine = new MapEngine({
  container: container(),
  theme: "dark",
  language: "en",
  screen: window.location.search === "?wall" ? "wall" : "command",
  reducedMotion: true,
  texts: {
    mapLabel: "Map of the border provinces",
    loading: "Loading the map",
    indicative: "Boundaries indicative only",
    staleSince: (side, since) => `${side} as of ${since}`,
  },
  onSelect: (id) => {
    window.probe.selected = id;
    engine.select(id);
  },
  onPick: (lng, lat) => {
    window.probe.picked = [lng, lat];
  },
});
window.probe = { engine, selected: null, incidents };
engine.setAll(incidents);
