/** Opens a stack: incidents that lie on one spot are set on a circle around it, each joined to it by a leg. */
import type { Feature } from "geojson";
import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import { symbolWidth } from "../symbols/catalogue";
import type { Screen } from "./options";

const most = 24;

export class Spider {
  #open = false;
  readonly #map: MapLibre;
  readonly #screen: Screen;

  constructor(map: MapLibre, screen: Screen) {
    this.#map = map;
    this.#screen = screen;
    map.on("zoomstart", () => this.close());
  }

  /** Sets the features on a circle around the place; at most 24, the most pressing. */
  open(center: readonly [number, number], features: readonly Feature[]): void {
    const weight = (feature: Feature) => Number(feature.properties?.weight ?? 0);
    const shown = [...features].sort((left, right) => weight(right) - weight(left)).slice(0, most);
    const size = symbolWidth[this.#screen] * 1.15;
    const radius = Math.max(size, (shown.length * size) / (2 * Math.PI));
    const middle = this.#map.project([center[0], center[1]]);
    const set = shown.flatMap((feature, index): Feature[] => {
      const angle = (index / shown.length) * 2 * Math.PI - Math.PI / 2;
      const { lng, lat } = this.#map.unproject([
        middle.x + radius * Math.cos(angle),
        middle.y + radius * Math.sin(angle),
      ]);
      const { properties } = feature;
      return [
        {
          type: "Feature",
          properties: {},
          geometry: { type: "LineString", coordinates: [[...center], [lng, lat]] },
        },
        { type: "Feature", properties, geometry: { type: "Point", coordinates: [lng, lat] } },
      ];
    });
    this.#set(set);
    this.#open = true;
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#set([]);
  }

  #set(features: Feature[]): void {
    const source = this.#map.getSource<GeoJSONSource>("spider");
    source?.setData({ type: "FeatureCollection", features }).catch(() => undefined);
  }
}
