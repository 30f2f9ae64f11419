/** The incidents and units the map holds, and the feeds that draw them. */
import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import type { MapChange, MapDrawing, MapIncident, MapUnit } from "../../types";
import { drawingFeatures } from "../layers/drawings";
import { areaFeature, incidentFeature, sourceOf, unitFeature, urgencyOf } from "./features";
import { Feed } from "./feed";

const flushMilliseconds = 500;

type Callbacks = {
  /** An incident changed or is new; not called for a whole picture. */
  changed: (incident: MapIncident) => void;
  /** Something was sent to the map. */
  sent: () => void;
};

export class Picture {
  readonly #map: MapLibre;
  readonly #callbacks: Callbacks;
  readonly #incidents = new Map<string, MapIncident>();
  readonly #urgent = new Map<string, MapIncident>();
  readonly #feeds: Record<"incidents" | "urgent" | "areas" | "units" | "drawings", Feed>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ready = false;
  #given = false;

  constructor(map: MapLibre, callbacks: Callbacks) {
    this.#map = map;
    this.#callbacks = callbacks;
    const feed = (name: string) => new Feed(() => map.getSource<GeoJSONSource>(name));
    this.#feeds = {
      incidents: feed("incidents"),
      urgent: feed("urgent"),
      areas: feed("areas"),
      units: feed("units"),
      drawings: feed("drawings"),
    };
    // Not "load", which waits until the whole base map is drawn: incidents come before rivers.
    map.once("style.load", () => {
      this.#ready = true;
      this.#flush();
    });
  }

  get size(): number {
    return this.#incidents.size;
  }

  /** True when everything was sent to the map. */
  get isSent(): boolean {
    return this.#ready && Object.values(this.#feeds).every((feed) => feed.waiting === 0);
  }

  /** True once the map holds a whole picture, ready to draw. */
  get isDrawn(): boolean {
    return this.#given && this.isSent && ["incidents", "urgent"].every((id) => this.#map.isSourceLoaded(id));
  }

  get(id: string): MapIncident | undefined {
    return this.#incidents.get(id);
  }

  /** The open incidents of very high impact, most urgent first. */
  urgent(): MapIncident[] {
    return [...this.#urgent.values()].sort((left, right) => urgencyOf(right) - urgencyOf(left));
  }

  /** Replaces the whole picture; for the first one and after a reload. */
  setAll(incidents: Iterable<MapIncident>): void {
    this.#given = true;
    this.#incidents.clear();
    this.#urgent.clear();
    for (const incident of incidents) this.#keep(incident);
    const all = [...this.#incidents.values()];
    for (const name of ["incidents", "urgent"] as const) {
      this.#feeds[name].replace(all.filter((each) => sourceOf(each) === name).map(incidentFeature));
    }
    this.#feeds.areas.replace(all.flatMap((incident) => areaFeature(incident) ?? []));
    this.#callbacks.sent();
  }

  /** Draws what changed: what is new or of very high impact at once, the rest in two updates a second. */
  apply(changes: readonly MapChange[]): void {
    let urgent = false;
    for (const { id, after } of changes) {
      const isNew = !this.#incidents.has(id);
      this.#applyOne(id, after);
      if (after && (isNew || after.impact === "very-high")) urgent = true;
      if (after && this.#ready) this.#callbacks.changed(after);
    }
    if (urgent) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), flushMilliseconds);
  }

  #keep(incident: MapIncident): void {
    this.#incidents.set(incident.id, incident);
    if (sourceOf(incident) === "urgent") this.#urgent.set(incident.id, incident);
    else this.#urgent.delete(incident.id);
  }

  #applyOne(id: string, incident: MapIncident | undefined): void {
    const { incidents, urgent, areas } = this.#feeds;
    if (!incident) {
      this.#incidents.delete(id);
      this.#urgent.delete(id);
      for (const feed of [incidents, urgent, areas]) feed.remove(id);
      return;
    }
    this.#keep(incident);
    const [into, outOf] = sourceOf(incident) === "urgent" ? [urgent, incidents] : [incidents, urgent];
    into.put(incidentFeature(incident));
    outOf.remove(id);
    const area = areaFeature(incident);
    if (area) areas.put(area);
    else areas.remove(id);
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#ready) return;
    for (const feed of Object.values(this.#feeds)) feed.flush();
    this.#callbacks.sent();
  }

  /** Replaces the units: they are few, and the latest position wins. */
  setUnits(units: readonly MapUnit[]): void {
    this.#feeds.units.replace(units.map(unitFeature));
    this.#callbacks.sent();
  }

  /** Replaces the drawings: they are few. */
  setDrawings(drawings: readonly MapDrawing[]): void {
    this.#feeds.drawings.replace(drawings.flatMap(drawingFeatures));
    this.#callbacks.sent();
  }

  /** The incidents within the view, most urgent first. */
  inView(): MapIncident[] {
    const bounds = this.#map.getBounds();
    return [...this.#incidents.values()]
      .filter(({ place }) => bounds.contains([place.lng, place.lat]))
      .sort((left, right) => urgencyOf(right) - urgencyOf(left) || left.ref.localeCompare(right.ref));
  }

  /** Incidents drawn in the viewport now, those inside clusters counted. */
  drawn(): number {
    const seen = new Map<string, number>();
    const layers = ["urgent", "incidents", "clusters", "spider"];
    for (const { layer, properties } of this.#map.queryRenderedFeatures({ layers })) {
      const isCluster = layer.id === "clusters";
      const id = isCluster ? `cluster ${properties.cluster_id}` : String(properties.id);
      seen.set(id, isCluster ? Number(properties.point_count) : 1);
    }
    return [...seen.values()].reduce((sum, count) => sum + count, 0);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
