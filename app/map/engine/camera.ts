/** Moves the map, with or without animation as the user's motion setting asks. */
import type { Map as MapLibre, PaddingOptions } from "maplibre-gl";
import type { Screen } from "./options";

type Bounds = [[west: number, south: number], [east: number, north: number]];

/** The five border provinces with a little room: the opening view. */
export const borderBounds: Bounds = [
  [104.32, 12.98],
  [107.72, 15.32],
];

/** The limits of panning: beyond them there is no built land. */
export const landBounds: Bounds = [
  [101, 9.5],
  [110.6, 19.5],
];

/** Pixels around the five provinces; on a desk the tools take the right edge. */
export const homePadding: Record<Screen, PaddingOptions> = {
  wall: { top: 24, right: 24, bottom: 24, left: 24 },
  command: { top: 8, right: 52, bottom: 8, left: 8 },
  field: { top: 8, right: 8, bottom: 8, left: 8 },
};

const moveMilliseconds = 800;
/** Pixels at the edges of the map within which a place counts as out of sight. */
const sightEdge = 24;

export class Camera {
  readonly #map: MapLibre;
  readonly #still: boolean;

  readonly #screen: Screen;

  constructor(map: MapLibre, screen: Screen, still: boolean) {
    this.#map = map;
    this.#screen = screen;
    this.#still = still;
  }

  #for(milliseconds: number): number {
    return this.#still ? 0 : milliseconds;
  }

  /** To a place, at the given zoom or near enough to see it. */
  flyTo(lng: number, lat: number, zoom = Math.max(this.#map.getZoom(), 10)): void {
    this.#map.flyTo({ center: [lng, lat], zoom, duration: this.#for(moveMilliseconds) });
  }

  /** Brings a box of west, south, east, north into view; does not move when it is in view already. */
  show([west, south, east, north]: readonly [number, number, number, number]): void {
    const bounds = this.#map.getBounds();
    if (bounds.contains([west, south]) && bounds.contains([east, north])) return;
    this.#map.fitBounds([west, south, east, north], {
      padding: 60,
      maxZoom: 11,
      duration: this.#for(moveMilliseconds),
    });
  }

  /** Frames a box of west, south, east, north. */
  frame([west, south, east, north]: readonly [number, number, number, number]): void {
    this.#map.fitBounds([west, south, east, north], { padding: 48, duration: this.#for(moveMilliseconds) });
  }

  /** Moves a place into sight when it is not, no farther and no nearer than now. */
  reveal(lng: number, lat: number): void {
    const { x, y } = this.#map.project([lng, lat]);
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const inSight =
      x > sightEdge && y > sightEdge && x < clientWidth - sightEdge && y < clientHeight - sightEdge;
    if (!inSight) this.#map.easeTo({ center: [lng, lat], duration: this.#for(400) });
  }

  /** Back to the five provinces. */
  goHome(): void {
    const padding = homePadding[this.#screen];
    this.#map.fitBounds(borderBounds, { padding, duration: this.#for(moveMilliseconds) });
  }

  zoomBy(steps: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + steps, duration: this.#for(200) });
  }

  easeTo(center: [number, number], zoom: number): void {
    this.#map.easeTo({ center, zoom, duration: this.#for(600) });
  }
}
