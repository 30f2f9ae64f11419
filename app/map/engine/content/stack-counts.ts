/** Counts the incidents beneath a symbol of very high impact, which covers them and never joins a cluster. */
import type { Feature, Point } from "geojson";
import type { GeoJSONSource, MapGeoJSONFeature, Map as MapLibre } from "maplibre-gl";
import { symbolWidth } from "../../symbols/catalogue";
import type { MapIncident } from "../../types";
import type { Screen } from "../options";
import type { Sides } from "./sides";
import type { Spider } from "./spider";
import { type Spot, stacksOf } from "./stacks";

/** At most this many symbols are counted. */
const most = 40;

export class StackCounts {
  readonly #map: MapLibre;
  readonly #sides: Sides;
  readonly #reach: number;
  #shown = "[]";

  constructor(map: MapLibre, screen: Screen, sides: Sides) {
    this.#map = map;
    this.#sides = sides;
    this.#reach = symbolWidth[screen] * 0.5;
  }

  /** Counts what is drawn now, the most urgent first. Says whether a count changed, and the map is redrawn. */
  refresh(urgent: readonly MapIncident[], spider: Spider): boolean {
    const spots = urgent.slice(0, most).map((incident) => {
      const { lng, lat } = this.#sides.shown(incident);
      const { x, y } = this.#map.project([lng, lat]);
      return { id: incident.id, x, y, at: [lng, lat] };
    });
    const stacks = stacksOf(spots, this.#reach);
    const inStack = new Set(stacks.flat());
    const groups = [...stacks, ...spots.filter((spot) => !inStack.has(spot)).map((spot) => [spot])];
    const features = groups.flatMap((group): Feature<Point>[] => {
      const [top] = group;
      if (!top) return [];
      const isOpened = spider.holds(top.id);
      const count = this.#beneath(top) + (isOpened ? 0 : group.length);
      if (count < (isOpened ? 1 : 2)) return [];
      const properties = { text: isOpened ? `+${count}` : String(count) };
      return [{ type: "Feature", properties, geometry: { type: "Point", coordinates: top.at } }];
    });
    const next = JSON.stringify(features);
    if (next === this.#shown) return false;
    this.#shown = next;
    const source = this.#map.getSource<GeoJSONSource>("stacks");
    source?.setData({ type: "FeatureCollection", features }).catch(() => undefined);
    return true;
  }

  #beneath({ x, y }: Spot): number {
    const reach = this.#reach;
    const found = this.#map.queryRenderedFeatures(
      [
        [x - reach, y - reach],
        [x + reach, y + reach],
      ],
      { layers: ["incidents", "clusters"] },
    );
    const near = found.filter((feature) => {
      const [lng = 0, lat = 0] = (feature.geometry as Point).coordinates;
      const at = this.#map.project([lng, lat]);
      return Math.hypot(at.x - x, at.y - y) <= reach;
    });
    const counts = new Map(
      near.map((feature) => [keyOf(feature), Number(feature.properties.point_count ?? 1)]),
    );
    return [...counts.values()].reduce((sum, count) => sum + count, 0);
  }
}

function keyOf({ properties }: MapGeoJSONFeature): string {
  return properties.cluster_id === undefined
    ? String(properties.id)
    : `cluster ${String(properties.cluster_id)}`;
}
