/**
 * Which place the coordinates are of: the pointer's while the pointer leads, else the middle of the map, which the keys
 * move. The last used of the two leads.
 */
import type { Map as MapLibre } from "maplibre-gl";
import { type Listener, Listeners } from "../../../lib/listeners";

export type ReadoutPlace = { lng: number; lat: number; of: "pointer" | "middle" };

export class Readout {
  readonly #map: MapLibre;
  readonly #listeners = new Listeners<ReadoutPlace>();
  #pointer: { x: number; y: number } | undefined;

  constructor(map: MapLibre) {
    this.#map = map;
    map.on("mousemove", ({ point }) => {
      this.#pointer = point;
      this.#notify();
    });
    map.on("mouseout", () => this.#leave());
    map.on("move", () => this.#notify());
    document.addEventListener("keydown", this.#leave, { capture: true });
  }

  get #place(): ReadoutPlace {
    const at = this.#pointer;
    const { lng, lat } = at ? this.#map.unproject([at.x, at.y]) : this.#map.getCenter();
    return { lng, lat, of: at ? "pointer" : "middle" };
  }

  readonly #leave = (): void => {
    this.#pointer = undefined;
    this.#notify();
  };

  #notify(): void {
    this.#listeners.notify(this.#place);
  }

  /** Called with the place, now and whenever it changes. Returns an unsubscribe function. */
  add(listener: Listener<ReadoutPlace>): () => void {
    listener(this.#place);
    return this.#listeners.add(listener);
  }

  stop(): void {
    document.removeEventListener("keydown", this.#leave, { capture: true });
  }
}
