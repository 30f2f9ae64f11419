/** Layers of incidents: clusters, symbols, references on a wall, opened stacks and what lies beneath a symbol. */
import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { semibold } from "@/map/style";
import { age, type Context } from "./live-context";
import { isCluster, type Segment, segments } from "./live-sources";

function symbolImage({ theme, stale }: Context): ExpressionSpecification {
  return ["concat", "incident:", ["get", "symbol"], ":", age(stale), ":", theme];
}

function clusterImage({ theme }: Context): ExpressionSpecification {
  const share = (segment: Segment): ExpressionSpecification => [
    "to-string",
    ["ceil", ["/", ["*", 12, ["get", segment]], ["get", "point_count"]]],
  ];
  return ["concat", "cluster", ...segments.flatMap((segment) => [":", share(segment)]), ":", theme];
}

function clusterLayer(context: Context): LayerSpecification {
  const { screen, palette } = context;
  return {
    id: "clusters",
    type: "symbol",
    source: "incidents",
    filter: isCluster,
    layout: {
      "icon-image": clusterImage(context),
      "icon-allow-overlap": true,
      "text-allow-overlap": true,
      "text-field": ["get", "point_count_abbreviated"],
      "text-font": [semibold],
      "text-size": { wall: 28, command: 15, field: 22 }[screen],
      "symbol-sort-key": [
        "+",
        ["*", 100, ["get", "very-high"]],
        ["*", 10, ["get", "high"]],
        ["get", "medium"],
      ],
    },
    paint: { "text-color": palette.ink1 },
  };
}

function refLayer(context: Context, source: string, filter: ExpressionSpecification): LayerSpecification {
  const { theme, palette } = context;
  return {
    id: `${source}-refs`,
    type: "symbol",
    source,
    filter,
    layout: {
      "text-field": ["get", "ref"],
      "text-font": [semibold],
      "text-size": 24,
      "text-variable-anchor": ["left", "right", "top", "bottom"],
      // Clear of the symbol, its ring and the plate's own edge, or the plate would never be placed.
      "text-radial-offset": 2.9,
      "icon-image": `place:plate:${theme}`,
      "icon-text-fit": "both",
      "icon-text-fit-padding": [3, 10, 3, 10],
      "symbol-sort-key": ["-", 0, ["get", "weight"]],
    },
    paint: { "text-color": palette.ink1 },
  };
}

function incidentLayer(context: Context, source: string): LayerSpecification {
  return {
    id: source,
    type: "symbol",
    source,
    filter: ["!", isCluster],
    layout: {
      "icon-image": symbolImage(context),
      "icon-allow-overlap": true,
      "symbol-sort-key": ["get", "weight"],
    },
    paint: { "icon-opacity": ["case", ["==", age(context.stale), "old"], 0.75, 1] },
  };
}

const hasRole = (role: string): ExpressionSpecification => ["==", ["get", "role"], role];

/** An opened stack: each of its incidents, and a leg to the dot at its true place. */
function spiderLayers(context: Context): LayerSpecification[] {
  const { palette, screen } = context;
  const isWall = screen === "wall";
  const leg = (id: string, color: string, width: number): LayerSpecification => ({
    id,
    type: "line",
    source: "spider",
    filter: hasRole("leg"),
    layout: { "line-cap": "round" },
    paint: { "line-color": color, "line-width": width },
  });
  return [
    leg("spider-leg-case", palette.halo, isWall ? 8 : 5),
    leg("spider-legs", palette.ink1, isWall ? 3.5 : 2),
    {
      id: "spider-dots",
      type: "circle",
      source: "spider",
      filter: hasRole("dot"),
      paint: {
        "circle-radius": isWall ? 7 : 4.5,
        "circle-color": palette.ink1,
        "circle-stroke-color": palette.halo,
        "circle-stroke-width": isWall ? 2.5 : 1.5,
      },
    },
    ...(isWall ? [refLayer(context, "spider", hasRole("symbol"))] : []),
    { ...incidentLayer(context, "spider"), filter: hasRole("symbol") } as LayerSpecification,
    countLayer(context, "spider-counts", "spider", hasRole("count")),
  ];
}

/** How many lie beneath a symbol, at its upper right. */
function countLayer(
  { screen, palette, theme }: Context,
  id: string,
  source: string,
  filter: ExpressionSpecification,
): LayerSpecification {
  return {
    id,
    type: "symbol",
    source,
    filter,
    layout: {
      "text-field": ["get", "text"],
      "text-font": [semibold],
      "text-size": { wall: 24, command: 12, field: 14 }[screen],
      "text-anchor": "bottom-left",
      "text-offset": [1.1, -0.9],
      "text-allow-overlap": true,
      "icon-image": `place:plate:${theme}`,
      "icon-text-fit": "both",
      "icon-text-fit-padding": screen === "wall" ? [1, 7, 1, 7] : [0, 4, 0, 4],
      "icon-allow-overlap": true,
    },
    paint: { "text-color": palette.ink1 },
  };
}

/** All layers of incidents, the most urgent last. */
export function incidentLayers(context: Context): LayerSpecification[] {
  const urgent: ExpressionSpecification = ["all", ["!", isCluster], [">=", ["get", "weight"], 16]];
  const isWall = context.screen === "wall";
  return [
    clusterLayer(context),
    incidentLayer(context, "incidents"),
    ...(isWall ? [refLayer(context, "incidents", urgent)] : []),
    ...(isWall ? [refLayer(context, "urgent", ["literal", true])] : []),
    incidentLayer(context, "urgent"),
    ...spiderLayers(context),
    countLayer(context, "stack-counts", "stacks", ["literal", true]),
  ];
}
