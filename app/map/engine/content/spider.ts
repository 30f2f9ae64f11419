/**
 * Opens stacks: incidents that lie on one spot are set on a circle around it, each joined to its place by a leg. A desk
 * opens one by a click or a key; a wall, which has no controls, opens those of very high impact by itself.
 */
import type { ExpressionSpecification, FilterSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Feature, Point } from "geojson";
import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import { symbolWidth, veryHighScale } from "../../symbols/catalogue";
import type { MapIncident } from "../../types";
import type { Screen } from "../options";
import { incidentFeature, urgencyOf } from "./features";
import { fanRadius, stacksOf } from "./stacks";

/** The most a circle takes; those beyond it are the least urgent. */
const most = 24;
/** The layers that leave out the members of an opened stack, or each would be drawn twice. */
const layersBelow = ["urgent", "urgent-refs", "incidents", "incidents-refs"];

/** One opened stack: its members, most urgent first, and the free pixels around its middle. */
type Opened = { members: readonly MapIncident[]; clear: number };

export class Spider {
  readonly #map: MapLibre;
  readonly #screen: Screen;
  readonly #changed: () => void;
  readonly #filters = new Map<string, FilterSpecification | undefined>();
  #opened: Opened | undefined;
  #drawn = "[]";
  #places = new Map<string, [lng: number, lat: number]>();

  /** `changed` is called whenever incidents are shown at other places than before. */
  constructor(map: MapLibre, screen: Screen, changed: () => void) {
    this.#map = map;
    this.#screen = screen;
    this.#changed = changed;
    if (screen !== "wall") map.on("zoomstart", () => this.close());
  }

  get isOpen(): boolean {
    return this.#places.size > 0;
  }

  /** Where an opened stack shows an incident, in degrees; undefined when it stands where it is. */
  placeOf(id: string): [lng: number, lat: number] | undefined {
    return this.#places.get(id);
  }

  /** Opens one stack; `clear` keeps that many pixels around its middle free, for a cluster that stays there. */
  open(members: readonly MapIncident[], clear = 0): void {
    const shown = [...members].sort((left, right) => urgencyOf(right) - urgencyOf(left)).slice(0, most);
    this.#opened = { members: shown, clear };
    this.#draw([this.#opened]);
  }

  close(): void {
    if (!this.isOpen) return;
    this.#opened = undefined;
    this.#draw([]);
  }

  /** Redraws what is open from the picture: an incident that was recalled leaves an opened stack too. */
  follow(get: (id: string) => MapIncident | undefined): void {
    if (!this.#opened) return;
    const before = this.#opened.members;
    const members = before.flatMap(({ id }) => get(id) ?? []);
    if (members.length < 2) this.close();
    else if (members.some((incident, index) => incident !== before[index])) {
      this.#opened = { ...this.#opened, members };
      this.#draw([this.#opened]);
    }
  }

  /** Opens every stack among these and closes the others. Says whether that changed the map. */
  openAll(incidents: readonly MapIncident[]): boolean {
    const spots = incidents.map((incident) => ({
      ...this.#map.project([incident.place.lng, incident.place.lat]),
      id: incident.id,
      incident,
    }));
    const groups = stacksOf(spots, this.#size * 0.6);
    return this.#draw(
      groups.map((group) => ({ members: group.map(({ incident }) => incident).slice(0, most), clear: 0 })),
    );
  }

  get #size(): number {
    return symbolWidth[this.#screen] * veryHighScale;
  }

  #draw(stacks: readonly Opened[]): boolean {
    this.#places = new Map(stacks.flatMap((stack) => this.#spread(stack)));
    const features = stacks.flatMap(({ members }) => members.flatMap((member) => this.#featuresOf(member)));
    const next = JSON.stringify(features);
    const source = this.#map.getSource<GeoJSONSource>("spider");
    if (next === this.#drawn || !source) return false;
    this.#drawn = next;
    source.setData({ type: "FeatureCollection", features }).catch(() => undefined);
    for (const layer of layersBelow) this.#exclude(layer, [...this.#places.keys()]);
    this.#changed();
    return true;
  }

  #spread({ members, clear }: Opened): [string, [number, number]][] {
    const count = members.length;
    const radius = Math.max(clear, fanRadius(count, this.#size * 1.08));
    const points = members.map(({ place }) => this.#map.project([place.lng, place.lat]));
    const x = points.reduce((sum, point) => sum + point.x, 0) / count;
    const y = points.reduce((sum, point) => sum + point.y, 0) / count;
    return members.map(({ id }, index) => {
      const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
      const { lng, lat } = this.#map.unproject([x + radius * Math.cos(angle), y + radius * Math.sin(angle)]);
      return [id, [lng, lat]];
    });
  }

  #featuresOf(incident: MapIncident): Feature[] {
    const at = this.#places.get(incident.id);
    if (!at) return [];
    const { properties, geometry } = incidentFeature(incident);
    const leg: Feature = {
      type: "Feature",
      properties: {},
      geometry: { type: "LineString", coordinates: [geometry.coordinates, at] },
    };
    const shown: Feature<Point> = {
      type: "Feature",
      properties,
      geometry: { type: "Point", coordinates: at },
    };
    return [leg, shown];
  }

  #exclude(layer: string, ids: readonly string[]): void {
    if (!this.#map.getLayer(layer)) return;
    if (!this.#filters.has(layer)) this.#filters.set(layer, this.#map.getFilter(layer) ?? undefined);
    const own = this.#filters.get(layer) as ExpressionSpecification | undefined;
    const others: ExpressionSpecification = ["!", ["in", ["get", "id"], ["literal", [...ids]]]];
    const both: ExpressionSpecification = own ? ["all", own, others] : others;
    this.#map.setFilter(layer, ids.length === 0 ? own : both);
  }
}
