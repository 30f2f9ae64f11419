/** The MapLibre map itself, its container's colours, the note on borders and sources, and the loading plate. */
import type { StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import { Map as MapLibre, ScaleControl } from "maplibre-gl";
import { attribution, palettes, type Theme } from "@/map/style";
import { borderBounds, homePadding, landBounds } from "./camera";
import { drawImagesOnDemand } from "./images/images";
import type { EngineOptions } from "./options";

/** Creates the map of one kind of screen; a wall takes no input. Throws when the browser has no WebGL. */
export function createMap(options: EngineOptions, style: StyleSpecification): MapLibre {
  const { container, screen, reducedMotion, texts } = options;
  const map = new MapLibre({
    container,
    style,
    bounds: borderBounds,
    fitBoundsOptions: { padding: homePadding[screen] },
    maxBounds: landBounds,
    minZoom: 5,
    maxZoom: 15,
    interactive: screen !== "wall",
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: reducedMotion || screen === "wall" ? 0 : 120,
    locale: { "Map.Title": texts.mapLabel },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  if (screen !== "wall") map.addControl(new ScaleControl({ maxWidth: 110 }), "bottom-left");
  drawImagesOnDemand(map, screen);
  return map;
}

/** The note that is always on the map: borders are indicative, and the sources of its data. */
export class Note {
  readonly #element = document.createElement("div");
  readonly #words = document.createElement("span");
  readonly #credits = document.createElement("small");

  constructor(container: HTMLElement, words: string) {
    this.#element.className = "sekong-map-note";
    this.#element.append(this.#words, this.#credits);
    this.write(words);
    this.credit([]);
    container.append(this.#element);
  }

  write(words: string): void {
    this.#words.textContent = words;
  }

  /** Credits the map's own sources and those of the operator's layers that are shown. */
  credit(others: readonly string[]): void {
    const credits = [...attribution.split(" · "), ...others].map((text) => {
      const credit = document.createElement("span");
      credit.className = "sekong-credit";
      credit.textContent = text;
      return credit;
    });
    this.#credits.replaceChildren(...credits.flatMap((credit) => [credit, " · "]).slice(0, -1));
  }

  remove(): void {
    this.#element.remove();
  }
}

/** Says that the map is loading, until the picture is on it: an empty map must not be read as *no incidents*. */
export class LoadingPlate {
  readonly #element = document.createElement("div");

  constructor(container: HTMLElement, words: string) {
    const plate = document.createElement("span");
    plate.textContent = words;
    this.#element.className = "sekong-loading";
    this.#element.setAttribute("role", "status");
    this.#element.append(plate);
    container.append(this.#element);
  }

  remove(): void {
    this.#element.remove();
  }
}

/** Gives the container the colours its DOM parts use. */
export function paintContainer(container: HTMLElement, theme: Theme): void {
  const { surface, ink1, ink2, ink3, stale, focus, out } = palettes[theme];
  for (const [name, value] of Object.entries({ surface, ink1, ink2, ink3, stale, focus, out })) {
    container.style.setProperty(`--sekong-${name}`, value);
  }
}
