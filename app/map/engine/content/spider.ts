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
import { fan } from "./fan";
import { urgencyOf } from "./features";
import type { Sides } from "./sides";
import { spiderFeatures } from "./spider-features";
import { stacksOf } from "./stacks";

/** The most that are spread; those beyond it are the least urgent. */
const most = 24;
/** The layers that leave out the members of an opened stack, or each would be drawn twice. */
const layersBelow = ["urgent", "incidents"].flatMap((source) =>
  ["", "-refs", "-coarse", "-coarse-words"].map((part) => source + part),
);
/** Pixels around a cluster within which it counts as the one that was opened. */
const clusterReach = 6;

type LngLat = [lng: number, lat: number];
type Stack = readonly MapIncident[];
/** The middle of the cluster that was opened, for it is not drawn meanwhile. */
type Opened = { members: Stack; cluster: LngLat | undefined };

export class Spider {
  readonly #map: MapLibre;
  readonly #screen: Screen;
  readonly #sides: Sides;
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
    const spots = incidents.map((incident) => ({ ...this.#spot(incident), incident }));
    const groups = stacksOf(spots, this.#size * 0.6);
    return this.#draw(
      groups.map((group) => group.map(({ incident }) => incident).slice(0, most)),
      spots,
    );
  }

  get #size(): number {
    return symbolWidth[this.#screen] * veryHighScale;
  }

  #spot(incident: MapIncident) {
    const { lng, lat } = this.#sides.shown(incident);
    const { x, y } = this.#map.project([lng, lat]);
    return { id: incident.id, x, y };
  }

  /** `others` are further symbols that the spread ones should not cover. */
  #draw(stacks: readonly Stack[], others: readonly { id: string; x: number; y: number }[] = []): boolean {
    const source = this.#map.getSource<GeoJSONSource>("spider");
    if (!source) return false;
    const asked = JSON.stringify([
      this.#sides.isKnown,
      stacks.map((stack) => stack.map((each) => this.#spot(each))),
      others,
    ]);
    if (asked !== this.#asked) this.#spread(stacks, others);
    this.#asked = asked;
    const shown = stacks.filter((stack) => stack.some(({ id }) => this.#places.has(id)));
    this.#held = shown.flatMap((stack) => this.#round(stack));
    const features = shown.flatMap((stack) => spiderFeatures(stack, this.#sides, this.#places));
    const next = JSON.stringify(features);
    if (next === this.#drawn) return false;
    this.#drawn = next;
    source.setData({ type: "FeatureCollection", features }).catch(() => undefined);
    this.#excludeMembers();
    this.#changed();
    return true;
  }

  /** The ids of a stack as the hand goes round its middle, from the top. */
  #round(stack: Stack): string[] {
    const spots = stack.map((each) => this.#spot(each));
    const middle = {
      x: spots.reduce((sum, { x }) => sum + x, 0) / spots.length,
      y: spots.reduce((sum, { y }) => sum + y, 0) / spots.length,
    };
    const angleOf = (id: string) => {
      const at = this.#places.get(id);
      if (!at) return Number.POSITIVE_INFINITY;
      const { x, y } = this.#map.project(at);
      return (Math.atan2(y - middle.y, x - middle.x) + 2.5 * Math.PI) % (2 * Math.PI);
    };
    return spots.map(({ id }) => id).sort((left, right) => angleOf(left) - angleOf(right));
  }

  #spread(stacks: readonly Stack[], others: readonly { id: string; x: number; y: number }[]): void {
    const places = new Map<string, LngLat>();
    const taken: { x: number; y: number }[] = [];
    for (const stack of stacks) {
      const own = new Set(stack.map(({ id }) => id));
      const avoided = [...taken, ...others.filter(({ id }) => !own.has(id))];
      for (const [id, { x, y }] of this.#fan(stack, avoided)) {
        const { lng, lat } = this.#map.unproject([x, y]);
        places.set(id, [lng, lat]);
        taken.push({ x, y });
      }
    }
    this.#places = places;
  }

  #fan(stack: Stack, avoided: readonly { x: number; y: number }[]) {
    const size = this.#size;
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const isOutside = (x: number, y: number) =>
      x < size / 2 || y < size / 2 || x > clientWidth - size / 2 || y > clientHeight - size / 2;
    const edge = size * 0.12;
    const around = [
      [0, 0],
      [edge, 0],
      [-edge, 0],
      [0, edge],
      [0, -edge],
    ] as const;
    return fan(
      stack.map((incident) => ({ ...this.#spot(incident), incident })),
      {
        width: size * 1.08,
        mayStand: ({ incident }, x, y) =>
          around.every(([east, south]) => {
            const { lng, lat } = this.#map.unproject([x + east, y + south]);
            return this.#sides.mayStand(incident, lng, lat);
          }),
        penalty: (x, y) => {
          const covers = avoided.some((spot) => Math.hypot(spot.x - x, spot.y - y) < size);
          return (covers ? size * 2 : 0) + (isOutside(x, y) ? size * 4 : 0);
        },
      },
    );
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
