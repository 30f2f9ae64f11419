/** Where the symbol of an incident may stand: on its place's side of the drawn border, a coarse one's within its cell. */
import { coarseCell, type LngLat } from "@/domain/geo";
import { type Countries, type SideAt, sidesOf } from "@/map/places/sides";
import type { MapIncident } from "../../types";

const retryMilliseconds = 3_000;
/** How finely a cell is searched for a place on the right side: so many steps along each edge. */
const steps = 20;

type Placed = Pick<MapIncident, "place">;

/** The corners of the cell that stands for a withheld place: west, south, east, north, in degrees. */
export function cellAround({ lng, lat }: LngLat): [west: number, south: number, east: number, north: number] {
  const half = coarseCell.degrees / 2;
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return [round(lng - half), round(lat - half), round(lng + half), round(lat + half)];
}

/**
 * Where in its cell a coarse place is shown: in the middle, or nearest to it on the side that the report names; the
 * middle again when that side has no part of the cell.
 */
export function withinCell(centre: LngLat, country: string | undefined, sideAt: SideAt): LngLat {
  if (country === undefined || sideAt(centre.lng, centre.lat) === country) return centre;
  const [west, south] = cellAround(centre);
  let best: { at: LngLat; off: number } | undefined;
  for (let column = 1; column < steps; column += 1) {
    for (let row = 1; row < steps; row += 1) {
      const lng = west + (column / steps) * coarseCell.degrees;
      const lat = south + (row / steps) * coarseCell.degrees;
      const off = Math.hypot(lng - centre.lng, lat - centre.lat);
      if ((best === undefined || off < best.off) && sideAt(lng, lat) === country)
        best = { at: { lng, lat }, off };
    }
  }
  return best?.at ?? centre;
}

export class Sides {
  readonly #known: () => void;
  readonly #cells = new Map<string, LngLat>();
  #sideAt: SideAt | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Fetches the drawn countries, which the map itself draws from the same file; `known` is called when they are there. */
  constructor(url: string, known: () => void) {
    this.#known = known;
    this.#load(url);
  }

  #load(url: string): void {
    const load = async () => {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
      // The built file is committed and checked by a test, so its shape is known.
      this.#sideAt = sidesOf((await answer.json()) as Countries);
      this.#known();
    };
    load().catch((error: unknown) => {
      console.warn("the drawn border is not known yet; trying again", error);
      this.#timer = setTimeout(() => this.#load(url), retryMilliseconds);
    });
  }

  /** Whether the drawn border is there; nothing is spread before. */
  get isKnown(): boolean {
    return this.#sideAt !== undefined;
  }

  /** Where the symbol of an incident stands while nothing covers it, in degrees. */
  shown({ place }: Placed): LngLat {
    if (!place.coarse || !this.#sideAt) return place;
    const country = place.province?.slice(0, 2);
    const key = `${place.lng} ${place.lat} ${country}`;
    const known = this.#cells.get(key) ?? withinCell(place, country, this.#sideAt);
    this.#cells.set(key, known);
    return known;
  }

  /** True when the symbol of an incident may be shown there; never before the border is known. */
  mayStand(incident: Placed, lng: number, lat: number): boolean {
    if (!this.#sideAt) return false;
    const own = this.shown(incident);
    return this.#sideAt(lng, lat) === this.#sideAt(own.lng, own.lat);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
