/** The shape that is being drawn or changed by hand, one at a time. Its library is loaded when first used. */
import type { Map as MapLibre } from "maplibre-gl";
import type { Theme } from "@/map/style";
import { styled } from "../layers/map-style";
import type { SketchOptions } from "./sketch";

export class SketchSession {
  readonly #map: MapLibre;
  readonly #theme: () => Theme;
  #end: (() => void) | undefined;
  /** Counts starts and ends: a start that was given up while its library loaded is dropped. */
  #turn = 0;

  constructor(map: MapLibre, theme: () => Theme) {
    this.#map = map;
    this.#theme = theme;
  }

  get isActive(): boolean {
    return this.#end !== undefined;
  }

  /** Ends the session before it. Rejects when the library cannot be loaded. */
  async start(options: Omit<SketchOptions, "theme">): Promise<void> {
    this.end();
    const turn = this.#turn;
    const { sketch } = await import("./sketch");
    await styled(this.#map);
    if (turn === this.#turn) this.#end = sketch(this.#map, { ...options, theme: this.#theme() });
  }

  /** Takes what is being drawn off the map. */
  end(): void {
    this.#turn += 1;
    this.#end?.();
    this.#end = undefined;
  }
}
