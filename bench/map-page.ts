/** Runs in the page of the map benchmark: a map under a steady stream of updates, by feature id or with `setData`. */
import type { GeoJSONSource } from "maplibre-gl";
import { incidentFeature } from "@/app/map/engine/content/features";
import { MapEngine } from "../app/map/engine/engine";
import type { MapIncident } from "../app/map/types";
import { impacts, kinds } from "../domain/vocabulary";

export type MapWork = { way: "engine" | "setData"; count: number; perSecond: number; seconds: number };
export type MapRun = {
  updates: number;
  /** From an event to the frame that shows it, ms; one per probe that was drawn. */
  drawnMs: number[];
  probes: number;
  /** Probes drawn before the last update was sent. */
  inTime: number;
  /** Milliseconds of the page's own code per update. */
  handMs: number[];
  /** Features that at the end are not as their last update left them. */
  wrong: number;
};

type Bench = { engine: MapEngine; run: (work: MapWork) => Promise<MapRun> };
declare global {
  interface Window {
    bench: Bench;
  }
}

/** A seeded generator, so that every run draws the same picture. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function incidentsOf(count: number): MapIncident[] {
  const next = random(7);
  const pick = <Value>(list: readonly [Value, ...Value[]]): Value =>
    list[Math.floor(next() * list.length)] ?? list[0];
  return Array.from({ length: count }, (_, index) => ({
    id: `incident-${index}`,
    ref: `KH-STR-${index}`,
    owner: index % 2 === 0 ? "KH" : "LA",
    kind: pick(kinds as unknown as readonly [MapIncident["kind"], ...MapIncident["kind"][]]),
    impact: pick(["low", "medium", "high"] as const),
    status: "verified",
    sharing: "released",
    place: { lng: 104.6 + next() * 2.4, lat: 13.1 + next() * 1.9 },
    acknowledged: {},
  }));
}

const container = document.getElementById("map");
if (!container) throw new Error("the page has no #map");
const engine = new MapEngine({
  container,
  theme: "dark",
  language: "en",
  screen: "command",
  reducedMotion: true,
  texts: {
    mapLabel: "Map",
    indicative: "Boundaries indicative only",
    somewhere: "",
    loading: "Loading",
    staleSince: () => "",
  },
  onSelect: () => undefined,
});
engine.setAll([]);

/** Resolves with the time of the first frame that shows the incident. */
function whenDrawn(id: string, lng: number, lat: number): Promise<number> {
  const { map } = engine;
  return new Promise((resolve) => {
    const look = () => {
      const { x, y } = map.project([lng, lat]);
      const found = map.queryRenderedFeatures(
        [
          [x - 3, y - 3],
          [x + 3, y + 3],
        ],
        { layers: ["incidents"] },
      );
      if (!found.some((feature) => feature.properties.id === id)) return;
      map.off("render", look);
      resolve(performance.now());
    };
    map.on("render", look);
  });
}

/** Resolves when all updates are applied and drawn. */
async function idle(): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = () => {
      if (container?.dataset.mapIdle === "true") resolve();
      else engine.map.once("idle", look);
    };
    engine.map.once("idle", look);
    engine.map.triggerRepaint();
  });
}

const source = (): GeoJSONSource => {
  const found = engine.map.getSource<GeoJSONSource>("incidents");
  if (!found) throw new Error("the map has no incidents");
  return found;
};

/** How many of the incidents are different or missing in the map's source. */
async function countWrong(held: ReadonlyMap<string, MapIncident>): Promise<number> {
  const data = await source().getData();
  const features = data.type === "FeatureCollection" ? data.features : [];
  const standing = new Map(features.map(({ properties }) => [properties?.id, properties?.symbol]));
  return [...held.values()].filter(
    (incident) => standing.get(incident.id) !== incidentFeature(incident).properties?.symbol,
  ).length;
}

/** Calls `step` with its index `times` times, once every `intervalMs`. */
function repeat(times: number, intervalMs: number, step: (index: number) => void): Promise<void> {
  return new Promise((resolve) => {
    let done = 0;
    const timer = setInterval(() => {
      step(done);
      done += 1;
      if (done < times) return;
      clearInterval(timer);
      resolve();
    }, intervalMs);
  });
}

async function run({ way, count, perSecond, seconds }: MapWork): Promise<MapRun> {
  const held = new Map(incidentsOf(count).map((incident) => [incident.id, incident]));
  engine.setAll(held.values());
  await idle();
  const next = random(11);
  const result: MapRun = { updates: 0, drawnMs: [], probes: 0, inTime: 0, handMs: [], wrong: 0 };
  const hand = (before: MapIncident | undefined, after: MapIncident) => {
    held.set(after.id, after);
    const from = performance.now();
    if (way === "engine") engine.apply([{ id: after.id, before, after }]);
    else
      void source().setData({
        type: "FeatureCollection",
        features: [...held.values()].map((each) => incidentFeature(each)),
      });
    result.handMs.push(performance.now() - from);
    result.updates += 1;
  };
  const probe = (index: number) => {
    // Alone in the south-west of the view, so that it is not clustered.
    const place = { lng: 104.45 + (index % 12) * 0.2, lat: 12.6 - Math.floor(index / 12) * 0.2 };
    const [first] = held.values();
    if (!first) return;
    const made = { ...first, id: `probe-${index}`, impact: "high" as const, place };
    const from = performance.now();
    result.probes += 1;
    void whenDrawn(made.id, place.lng, place.lat).then((at) => result.drawnMs.push(at - from));
    hand(undefined, made);
  };
  const change = () => {
    const before = held.get(`incident-${Math.floor(next() * count)}`);
    if (before) hand(before, { ...before, impact: impacts[Math.floor(next() * 3)] ?? "low" });
  };
  await repeat(perSecond * seconds, 1_000 / perSecond, (index) => {
    if (index % 5 === 0) probe(index / 5);
    else change();
  });
  result.inTime = result.drawnMs.length;
  await idle();
  result.wrong = await countWrong(held);
  return result;
}

window.bench = { engine, run };
