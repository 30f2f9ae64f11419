/**
 * Opens stacks: incidents that cover each other are spread along the bearings of their places, each with a leg to a dot
 * at its true place, or to the outline of a coarse one. A desk opens one by a click or a key; a wall, which has no
 * controls, opens those of very high impact by itself. No symbol crosses the drawn border: what has no room on its own
 * side stays where it is, counted.
 */
import type { ExpressionSpecification, FilterSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import { symbolWidth, veryHighScale } from "../../symbols/catalogue";
import type { MapIncident } from "../../types";
import type { Screen } from "../options";
import { urgencyOf } from "./features";
import type { Sides } from "./sides";
import { spiderFeatures } from "./spider-features";
import { type LngLat, Spread, type Stack } from "./spread";
import { type Spot, stacksOf } from "./stacks";

/** The most that are spread; those beyond it are the least urgent. */
const most = 24;
/** The layers that leave out the members of an opened stack, or each would be drawn twice. */
const layersBelow = ["urgent", "incidents"].flatMap((source) =>
  ["", "-refs", "-coarse", "-coarse-words"].map((part) => source + part),
);
/** Pixels around a cluster within which it counts as the one that was opened. */
const clusterReach = 6;

/** The middle of the cluster that was opened, for it is not drawn meanwhile. */
type Opened = { members: Stack; cluster: LngLat | undefined };

export class Spider {
  readonly #map: MapLibre;
  readonly #screen: Screen;
  readonly #sides: Sides;
  readonly #spread: Spread;
  readonly #changed: () => void;
  readonly #filters = new Map<string, FilterSpecification | undefined>();
  #opened: Opened | undefined;
  #asked = "";
  #drawn = "[]";
  #places = new Map<string, LngLat>();
  #held: readonly string[] = [];

  /** `changed` is called whenever incidents are shown at other places than before. */
  constructor(map: MapLibre, screen: Screen, sides: Sides, changed: () => void) {
    this.#map = map;
    this.#screen = screen;
    this.#sides = sides;
    this.#spread = new Spread(map, this.#size, sides);
    this.#changed = changed;
    if (screen !== "wall") map.on("zoomstart", () => this.close());
  }

  get isOpen(): boolean {
    return this.#places.size > 0;
  }

  /** Where an opened stack shows an incident, in degrees; undefined when it stands where it is. */
  placeOf(id: string): LngLat | undefined {
    return this.#places.get(id);
  }

  /** Where all that are spread are shown, by id. */
  get spread(): Record<string, LngLat> {
    return Object.fromEntries(this.#places);
  }

  /** True for a member of an opened stack, spread or not. */
  holds(id: string): boolean {
    return this.#held.includes(id);
  }

  /** The member after this one, or before it when `by` is negative, as the hand goes round; the first from outside. */
  next(id: string | null, by: 1 | -1): string | undefined {
    const round = this.#held.filter((each) => this.#places.has(each));
    const at = id === null ? -1 : round.indexOf(id);
    return at < 0 ? round[0] : round[(at + by + round.length) % round.length];
  }

  /** Opens one stack; `cluster` is where the cluster stands that held it. */
  open(members: Stack, cluster?: LngLat): void {
    const shown = [...members].sort((left, right) => urgencyOf(right) - urgencyOf(left)).slice(0, most);
    this.#opened = { members: shown, cluster };
    this.#draw([shown]);
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
      this.#draw([members]);
    }
  }

  /** Takes one that came into the opened stack: the cluster it would join is not drawn. */
  admit(incident: MapIncident): void {
    if (!this.#opened?.cluster || this.holds(incident.id)) return;
    const { lng, lat } = this.#sides.shown(incident);
    const [at, middle] = [this.#map.project([lng, lat]), this.#map.project(this.#opened.cluster)];
    if (Math.hypot(at.x - middle.x, at.y - middle.y) > this.#size) return;
    this.open([...this.#opened.members, incident], this.#opened.cluster);
  }

  /** Opens every stack among these and closes the others. Says whether that changed the map. */
  openAll(incidents: Stack): boolean {
    const spots = incidents.map((incident) => ({ ...this.#spread.spot(incident), incident }));
    const groups = stacksOf(spots, this.#size * 0.6);
    return this.#draw(
      groups.map((group) => group.map(({ incident }) => incident).slice(0, most)),
      spots,
    );
  }

  get #size(): number {
    return symbolWidth[this.#screen] * veryHighScale;
  }

  /** `others` are further symbols that the spread ones should not cover. */
  #draw(stacks: readonly Stack[], others: readonly Spot[] = []): boolean {
    const source = this.#map.getSource<GeoJSONSource>("spider");
    if (!source) return false;
    const asked = JSON.stringify([
      this.#sides.isKnown,
      stacks.map((stack) => stack.map((each) => this.#spread.spot(each))),
      others,
    ]);
    if (asked !== this.#asked) this.#places = this.#spread.places(stacks, others);
    this.#asked = asked;
    const shown = stacks.filter((stack) => stack.some(({ id }) => this.#places.has(id)));
    this.#held = shown.flatMap((stack) => this.#spread.round(stack, this.#places));
    const features = shown.flatMap((stack) => spiderFeatures(stack, this.#sides, this.#places));
    const next = JSON.stringify(features);
    if (next === this.#drawn) return false;
    this.#drawn = next;
    source.setData({ type: "FeatureCollection", features }).catch(() => undefined);
    this.#excludeMembers();
    this.#changed();
    return true;
  }

  #excludeMembers(): void {
    const ids: ExpressionSpecification = ["in", ["get", "id"], ["literal", [...this.#held]]];
    for (const layer of layersBelow) this.#exclude(layer, this.#held.length > 0 ? ids : undefined);
    const at = this.isOpen ? this.#opened?.cluster : undefined;
    this.#exclude("clusters", at && ["within", this.#boxAround(at)]);
  }

  #boxAround(middle: LngLat) {
    const { x, y } = this.#map.project(middle);
    const corner = (east: number, south: number) =>
      this.#map.unproject([x + east * clusterReach, y + south * clusterReach]).toArray();
    const ring = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)];
    return { type: "Polygon" as const, coordinates: [ring] };
  }

  /** Leaves out of a layer what the expression holds for; everything is drawn again without one. */
  #exclude(layer: string, what: ExpressionSpecification | undefined): void {
    if (!this.#map.getLayer(layer)) return;
    if (!this.#filters.has(layer)) this.#filters.set(layer, this.#map.getFilter(layer) ?? undefined);
    const own = this.#filters.get(layer) as ExpressionSpecification | undefined;
    const others: ExpressionSpecification | undefined = what && ["!", what];
    const both = own && others ? (["all", own, others] as ExpressionSpecification) : (others ?? own);
    this.#map.setFilter(layer, both);
  }
}
