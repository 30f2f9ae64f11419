/** Where the map shows the members of opened stacks: fanned out in pixels, within the map, on their own side of the border. */
import type { Map as MapLibre } from "maplibre-gl";
import type { MapIncident } from "../../types";
import { fan, type Point } from "./fan";
import type { Sides } from "./sides";
import type { Spot } from "./stacks";

export type LngLat = [lng: number, lat: number];
export type Stack = readonly MapIncident[];

const around = [
  [0, 0],
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

function middleOf(spots: readonly Point[]): Point {
  return {
    x: spots.reduce((sum, { x }) => sum + x, 0) / spots.length,
    y: spots.reduce((sum, { y }) => sum + y, 0) / spots.length,
  };
}

export class Spread {
  readonly #map: MapLibre;
  readonly #size: number;
  readonly #sides: Sides;

  /** `size` is the width of the largest symbol, pixels. */
  constructor(map: MapLibre, size: number, sides: Sides) {
    this.#map = map;
    this.#size = size;
    this.#sides = sides;
  }

  /** Where an incident stands while it is not spread, pixels. */
  spot(incident: MapIncident): Spot {
    const { lng, lat } = this.#sides.shown(incident);
    const { x, y } = this.#map.project([lng, lat]);
    return { id: incident.id, x, y };
  }

  /** Where each member is shown, in degrees; `others` are further symbols that should not be covered. */
  places(stacks: readonly Stack[], others: readonly Spot[]): Map<string, LngLat> {
    const places = new Map<string, LngLat>();
    const taken: Point[] = [];
    for (const stack of stacks) {
      const own = new Set(stack.map(({ id }) => id));
      const avoided = [...taken, ...others.filter(({ id }) => !own.has(id))];
      for (const [id, { x, y }] of this.#fan(stack, avoided)) {
        const { lng, lat } = this.#map.unproject([x, y]);
        places.set(id, [lng, lat]);
        taken.push({ x, y });
      }
    }
    return places;
  }

  /** The ids of a stack as the hand goes round its middle, from the top; those without a place last. */
  round(stack: Stack, places: ReadonlyMap<string, LngLat>): string[] {
    const spots = stack.map((each) => this.spot(each));
    const middle = middleOf(spots);
    const angleOf = (id: string) => {
      const at = places.get(id);
      if (!at) return Number.POSITIVE_INFINITY;
      const { x, y } = this.#map.project(at);
      return (Math.atan2(y - middle.y, x - middle.x) + 2.5 * Math.PI) % (2 * Math.PI);
    };
    return spots.map(({ id }) => id).sort((left, right) => angleOf(left) - angleOf(right));
  }

  #fan(stack: Stack, avoided: readonly Point[]): Map<string, Point> {
    const size = this.#size;
    return fan(
      stack.map((incident) => ({ ...this.spot(incident), incident })),
      {
        width: size * 1.08,
        mayStand: ({ incident }, x, y) => this.#mayStand(incident, x, y),
        penalty: (x, y) => {
          const covers = avoided.some((spot) => Math.hypot(spot.x - x, spot.y - y) < size);
          return (covers ? size * 2 : 0) + (this.#isInside(x, y) ? 0 : size * 4);
        },
      },
    );
  }

  /** With a margin, so that one sees on which side a symbol stands. */
  #mayStand(incident: MapIncident, x: number, y: number): boolean {
    const edge = this.#size * 0.12;
    return around.every(([east, south]) => {
      const { lng, lat } = this.#map.unproject([x + east * edge, y + south * edge]);
      return this.#sides.mayStand(incident, lng, lat);
    });
  }

  #isInside(x: number, y: number): boolean {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const half = this.#size / 2;
    return x >= half && y >= half && x <= clientWidth - half && y <= clientHeight - half;
  }
}
