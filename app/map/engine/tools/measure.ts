/** Measures distance and bearing along points the user sets. */
import type { Feature } from "geojson";
import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import { bearingBetween, type LngLat, lengthOf } from "@/domain/geo";
import type { Measured } from "../options";

/** Length and last bearing of a line of places. */
export function measureLine(points: readonly LngLat[]): Measured {
  const metres = lengthOf(points);
  const [from, to] = [points.at(-2), points.at(-1)];
  return { metres, points, ...(from && to ? { bearing: bearingBetween(from, to) } : {}) };
}

export class Measure {
  #points: LngLat[] = [];
  #active = false;
  readonly #map: MapLibre;
  readonly #changed: (measured: Measured | null) => void;

  constructor(map: MapLibre, changed: (measured: Measured | null) => void) {
    this.#map = map;
    this.#changed = changed;
  }

  get active(): boolean {
    return this.#active;
  }

  /** Starts a new line, or ends measuring and removes the line. */
  set(active: boolean): void {
    this.#active = active;
    this.#points = [];
    this.#draw();
    this.#changed(active ? measureLine([]) : null);
  }

  add(point: LngLat): void {
    this.#points = [...this.#points, point];
    this.#draw();
    this.#changed(measureLine(this.#points));
  }

  #draw(): void {
    const points = this.#points.map(({ lng, lat }) => [lng, lat]);
    const features: Feature[] = points.map((coordinates) => ({
      type: "Feature",
      properties: {},
      geometry: { type: "Point", coordinates },
    }));
    if (points.length > 1) {
      features.push({
        type: "Feature",
        properties: {},
        geometry: { type: "LineString", coordinates: points },
      });
    }
    const source = this.#map.getSource<GeoJSONSource>("measure");
    source?.setData({ type: "FeatureCollection", features }).catch(() => undefined);
  }
}
