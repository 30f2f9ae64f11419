/** The sources of what moves, and what a cluster counts. */
import type { ExpressionSpecification, SourceSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Screen } from "@/map/style";
import { symbolWidth } from "../../symbols/catalogue";

const empty = { type: "FeatureCollection" as const, features: [] };
/** True for a cluster, false for a single incident. */
export const isCluster: ExpressionSpecification = ["has", "point_count"];

/** The parts of a cluster's ring, most urgent first; closed incidents count apart from their impact. */
export const segments = ["very-high", "high", "medium", "low", "closed"] as const;
export type Segment = (typeof segments)[number];

/** Above this zoom incidents no longer cluster: what still lies on one spot opens as a spider. */
export const clusterMaxZoom = 12;

function countOf(segment: Segment): [string, ExpressionSpecification] {
  return ["+", ["case", ["==", ["get", "segment"], segment], 1, 0]];
}

/** The sources the engine feeds. */
export function liveSources(screen: Screen): Record<string, SourceSpecification> {
  const plain: SourceSpecification = { type: "geojson", data: empty, buffer: 64 };
  return {
    areas: { type: "geojson", data: empty },
    "selected-cell": { type: "geojson", data: empty },
    drawings: { type: "geojson", data: empty },
    incidents: {
      ...plain,
      cluster: true,
      clusterRadius: Math.round(symbolWidth[screen] * 0.52),
      clusterMaxZoom,
      clusterProperties: Object.fromEntries(segments.map((segment) => [segment, countOf(segment)])),
    },
    urgent: plain,
    units: plain,
    spider: plain,
    stacks: { type: "geojson", data: empty },
    measure: { type: "geojson", data: empty },
  };
}
