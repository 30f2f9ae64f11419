/** DOM elements on the map: recent changes, and the plate over an old side. */
import { type LngLatLike, type Map as MapLibre, Marker } from "maplibre-gl";
import { symbolWidth } from "../symbols/catalogue";
import type { Screen } from "./options";

export function element(className: string, text?: string): HTMLElement {
  const made = document.createElement("div");
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

const pulseMilliseconds = 2_400;
const mostPulses = 24;

/** Marks what changed in the last seconds; with reduced motion it marks nothing. */
export class Pulses {
  readonly #markers = new Set<Marker>();
  readonly #map: MapLibre;
  readonly #screen: Screen;
  readonly #still: boolean;

  constructor(map: MapLibre, screen: Screen, still: boolean) {
    this.#map = map;
    this.#screen = screen;
    this.#still = still;
  }

  show({ lng, lat }: { lng: number; lat: number }): void {
    if (this.#still || this.#markers.size >= mostPulses) return;
    const holder = element("sekong-pulse");
    holder.style.setProperty("--size", `${Math.round(symbolWidth[this.#screen] * 1.3)}px`);
    holder.append(element("sekong-pulse-ring"));
    const marker = new Marker({ element: holder }).setLngLat([lng, lat]).addTo(this.#map);
    this.#markers.add(marker);
    setTimeout(() => {
      marker.remove();
      this.#markers.delete(marker);
    }, pulseMilliseconds);
  }
}

/** A plate that says whose part of the picture is old, and since when. */
export class StalePlate {
  #marker: Marker | undefined;
  readonly #map: MapLibre;

  constructor(map: MapLibre) {
    this.#map = map;
  }

  show(text: string | null, at: LngLatLike): void {
    this.#marker?.remove();
    this.#marker = undefined;
    if (text === null) return;
    this.#marker = new Marker({ element: element("sekong-stale", text) }).setLngLat(at).addTo(this.#map);
  }
}
