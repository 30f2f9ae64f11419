/** The incidents and units the map holds, and the feeds that draw them. */
import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import type { MapChange, MapDrawing, MapIncident, MapUnit } from "../../types";
import { drawingFeatures } from "../layers/drawings";
import { areaFeature, incidentFeature, sourceOf, unitFeature, urgencyOf } from "./features";
import { Feed } from "./feed";
import type { Sides } from "./sides";

const flushMilliseconds = 500;

type Callbacks = {
  /** An incident changed or is new; not called for a whole picture. */
  changed: (incident: MapIncident) => void;
  /** Something was sent to the map. */
  sent: () => void;
};

/** True for an incident that is to be drawn. */
export type IncidentFilter = (incident: MapIncident) => boolean;

export class Picture {
  readonly #map: MapLibre;
  readonly #sides: Sides;
  readonly #callbacks: Callbacks;
  readonly #incidents = new Map<string, MapIncident>();
  readonly #urgent = new Map<string, MapIncident>();
  readonly #feeds: Record<"incidents" | "urgent" | "areas" | "units" | "drawings", Feed>;
  readonly #hidden = new Set<string>();
  #filter: IncidentFilter | undefined;
  #kept: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ready = false;
  #given = false;

  constructor(map: MapLibre, sides: Sides, callbacks: Callbacks) {
    this.#map = map;
    this.#sides = sides;
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

  /** How many the filter leaves out. */
  get hidden(): number {
    return this.#hidden.size;
  }

  /** The open incidents of very high impact that are drawn, most urgent first. */
  urgent(): MapIncident[] {
    return [...this.#urgent.values()].sort((left, right) => urgencyOf(right) - urgencyOf(left));
  }

  /** Replaces the whole picture; for the first one and after a reload. */
  setAll(incidents: Iterable<MapIncident>): void {
    this.#given = true;
    this.#incidents.clear();
    for (const incident of incidents) this.#incidents.set(incident.id, incident);
    this.#drawAll();
  }

  /** Draws only what the filter holds for, and the one that is `keep`; a person's act, so the whole is drawn again. */
  setFilter(filter: IncidentFilter | undefined): void {
    this.#filter = filter;
    if (this.#given) this.#drawAll();
  }

  /** Draws this incident whatever the filter says: the selected one. */
  keep(id: string | null): void {
    const before = this.#kept;
    this.#kept = id;
    if (!this.#filter || before === id) return;
    for (const changed of [before, id]) {
      const incident = changed === null ? undefined : this.#incidents.get(changed);
      if (incident) this.#applyOne(incident.id, incident);
    }
    this.#flush();
  }

  /** Asks the filter again about these, because of something that is no part of an incident: a task, for instance. */
  refilter(ids: Iterable<string>): void {
    if (!this.#filter) return;
    for (const id of ids) {
      const incident = this.#incidents.get(id);
      if (incident) this.#applyOne(id, incident);
    }
    this.#flush();
  }

  /** Draws coarse places again, once it is known on which side of the border a part of their cell lies. */
  placeCoarse(): void {
    for (const incident of this.#incidents.values())
      if (incident.place.coarse) this.#applyOne(incident.id, incident);
    this.#flush();
  }

  #drawAll(): void {
    this.#urgent.clear();
    this.#hidden.clear();
    const all = [...this.#incidents.values()].filter((incident) => this.#isShown(incident));
    for (const incident of all) if (sourceOf(incident) === "urgent") this.#urgent.set(incident.id, incident);
    for (const name of ["incidents", "urgent"] as const) {
      const own = all.filter((each) => sourceOf(each) === name);
      this.#feeds[name].replace(own.map((each) => incidentFeature(each, this.#sides.shown(each))));
    }
    this.#feeds.areas.replace(all.flatMap((incident) => areaFeature(incident) ?? []));
    this.#callbacks.sent();
  }

  /** Whether an incident is drawn, which is noted. */
  #isShown(incident: MapIncident): boolean {
    const shown = incident.id === this.#kept || !this.#filter || this.#filter(incident);
    if (shown) this.#hidden.delete(incident.id);
    else this.#hidden.add(incident.id);
    return shown;
  }

  /** Draws what changed: what is new or of very high impact at once, the rest in two updates a second. */
  apply(changes: readonly MapChange[]): void {
    let urgent = false;
    for (const { id, after } of changes) {
      const isNew = !this.#incidents.has(id);
      this.#applyOne(id, after);
      if (after && (isNew || after.impact === "very-high")) urgent = true;
      if (after && this.#ready && !this.#hidden.has(id)) this.#callbacks.changed(after);
    }
    if (urgent) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), flushMilliseconds);
  }

  #applyOne(id: string, incident: MapIncident | undefined): void {
    const { incidents, urgent, areas } = this.#feeds;
    if (incident) this.#incidents.set(id, incident);
    else this.#incidents.delete(id);
    if (!incident || !this.#isShown(incident)) {
      if (!incident) this.#hidden.delete(id);
      this.#urgent.delete(id);
      for (const feed of [incidents, urgent, areas]) feed.remove(id);
      return;
    }
    const isUrgent = sourceOf(incident) === "urgent";
    if (isUrgent) this.#urgent.set(id, incident);
    else this.#urgent.delete(id);
    const [into, outOf] = isUrgent ? [urgent, incidents] : [incidents, urgent];
    into.put(incidentFeature(incident, this.#sides.shown(incident)));
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

  /** The incidents drawn within the view, most urgent first. */
  inView(): MapIncident[] {
    const bounds = this.#map.getBounds();
    return [...this.#incidents.values()]
      .filter(({ id, place }) => !this.#hidden.has(id) && bounds.contains([place.lng, place.lat]))
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
