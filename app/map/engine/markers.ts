/** The few DOM elements on the map: the selection, recent changes, a found place, and the plate over an old side. */
import { type LngLatLike, type Map as MapLibre, Marker } from "maplibre-gl";
import { symbolWidth } from "../symbols/catalogue";
import type { MapIncident } from "../types";
import type { Screen } from "./options";

function element(className: string, text?: string): HTMLElement {
  const made = document.createElement("div");
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function place(incident: MapIncident): LngLatLike {
  return [incident.place.lng, incident.place.lat];
}

/** A ring and a plate with the reference around the selected incident. */
export class Selection {
  #marker: Marker | undefined;
  readonly #map: MapLibre;
  readonly #screen: Screen;

  constructor(map: MapLibre, screen: Screen) {
    this.#map = map;
    this.#screen = screen;
  }

  /** `at` is where an opened stack shows it, when one does. */
  show(incident: MapIncident | undefined, at?: LngLatLike): void {
    this.#marker?.remove();
    this.#marker = undefined;
    if (!incident) return;
    const ring = element("sekong-selected");
    ring.style.setProperty("--size", `${Math.round(symbolWidth[this.#screen] * 1.75)}px`);
    ring.append(element("sekong-plate", incident.ref));
    this.#marker = new Marker({ element: ring }).setLngLat(at ?? place(incident)).addTo(this.#map);
  }
}

/** A plate at a place that was searched for. */
export class FoundPlace {
  #marker: Marker | undefined;
  readonly #map: MapLibre;

  constructor(map: MapLibre) {
    this.#map = map;
    map.on("click", () => this.show(null));
  }

  show(found: { lng: number; lat: number; label: string } | null): void {
    this.#marker?.remove();
    this.#marker = undefined;
    if (!found) return;
    const pin = element("sekong-found");
    pin.append(element("sekong-plate", found.label));
    this.#marker = new Marker({ element: pin }).setLngLat([found.lng, found.lat]).addTo(this.#map);
  }
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

  show(incident: MapIncident): void {
    if (this.#still || this.#markers.size >= mostPulses) return;
    const holder = element("sekong-pulse");
    holder.style.setProperty("--size", `${Math.round(symbolWidth[this.#screen] * 1.3)}px`);
    holder.append(element("sekong-pulse-ring"));
    const marker = new Marker({ element: holder }).setLngLat(place(incident)).addTo(this.#map);
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
