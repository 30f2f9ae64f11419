/** How the map looks now: its composed style, changed in place by theme, language and the age of a side. */
import type { StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Map as MapLibre } from "maplibre-gl";
import { type ComposeState, composeStyle, restyle } from "./compose";

export class MapStyle {
  #state: ComposeState;
  #style: StyleSpecification;

  constructor(state: ComposeState) {
    this.#state = state;
    this.#style = composeStyle(state);
  }

  get state(): ComposeState {
    return this.#state;
  }

  get style(): StyleSpecification {
    return this.#style;
  }

  /** Changes what is drawn, once the map has a style. */
  change(map: MapLibre, change: Partial<ComposeState>): void {
    this.#state = { ...this.#state, ...change };
    const [previous, next] = [this.#style, composeStyle(this.#state)];
    this.#style = next;
    const apply = () => restyle(map, previous, next);
    if (isStyled(map)) apply();
    else map.once("style.load", apply);
  }
}

function isStyled(map: MapLibre): boolean {
  return map.style?._loaded ?? false;
}

/** Resolves once the map has a style that can be added to. */
export function styled(map: MapLibre): Promise<void> {
  if (isStyled(map)) return Promise.resolve();
  return new Promise((resolve) => {
    map.once("style.load", () => resolve());
  });
}
