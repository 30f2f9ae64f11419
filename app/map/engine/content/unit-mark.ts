/** Rings the chosen unit, and follows it. */
import { type Map as MapLibre, Marker } from "maplibre-gl";
import { unitWidth } from "../../symbols/catalogue";
import type { MapUnit } from "../../types";
import { element } from "../markers";
import type { Screen } from "../options";

export class UnitMark {
  readonly #map: MapLibre;
  readonly #size: string;
  #units: ReadonlyMap<string, MapUnit> = new Map();
  #id: string | null = null;
  #marker: Marker | undefined;

  constructor(map: MapLibre, screen: Screen) {
    this.#map = map;
    this.#size = `${Math.round(unitWidth[screen] * 1.6)}px`;
  }

  get(id: string): MapUnit | undefined {
    return this.#units.get(id);
  }

  setUnits(units: readonly MapUnit[]): void {
    this.#units = new Map(units.map((unit) => [unit.id, unit]));
    this.#draw();
  }

  /** Rings this unit while it has a position, or none. */
  select(id: string | null): void {
    this.#id = id;
    this.#draw();
  }

  #draw(): void {
    const unit = this.#id === null ? undefined : this.#units.get(this.#id);
    const shown = this.#marker?.getElement().dataset.unit;
    if (!unit || shown !== unit.id) {
      this.#marker?.remove();
      this.#marker = undefined;
    }
    if (!unit) return;
    this.#marker ??= this.#ring(unit).setLngLat([unit.lng, unit.lat]).addTo(this.#map);
    this.#marker.setLngLat([unit.lng, unit.lat]);
  }

  #ring(unit: MapUnit): Marker {
    const ring = element("sekong-selected sekong-unit");
    ring.dataset.unit = unit.id;
    ring.style.setProperty("--size", this.#size);
    ring.append(element("sekong-plate", unit.callsign));
    return new Marker({ element: ring });
  }
}
