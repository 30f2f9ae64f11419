/** Layers of what moves: incidents, coarse areas, clusters, units, spider, measured line. */
import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { type Palette, palettes, regular, type Screen, semibold, type Theme } from "@/map/style";
import { unitWidth } from "../symbols/catalogue";
import type { StaleSide } from "../types";
import { drawingShapes, drawingWords } from "./drawings";
import { isCluster, type Segment, segments } from "./live-sources";

export type LiveState = { theme: Theme; screen: Screen; stale: StaleSide };
type Context = LiveState & { palette: Palette };

function sides(stale: StaleSide): string[] {
  if (stale === null) return [];
  return stale === "all" ? ["KH", "LA"] : [stale];
}

/** "old" for what an old side owns, "live" for the rest. */
function age(stale: StaleSide): ExpressionSpecification {
  return ["case", ["in", ["get", "owner"], ["literal", sides(stale)]], "old", "live"];
}

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

/** Zoomed out a coarse area would hide behind its symbol: a dotted ring wider than the symbol says the same there. */
function coarseLayer({ theme }: Context, source: string): LayerSpecification {
  return {
    id: `${source}-coarse`,
    type: "symbol",
    source,
    maxzoom: 10,
    filter: ["has", "coarse"],
    layout: {
      "icon-image": `place:coarse:${theme}`,
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
    },
  };
}

/** Just above the land: the old side in dots. */
export function oldSideLayers({ palette, theme, stale }: Context): LayerSpecification[] {
  const old: ExpressionSpecification = ["in", ["get", "country"], ["literal", sides(stale)]];
  return [
    { id: "old-land", type: "fill", source: "provinces", filter: old, paint: { "fill-color": palette.land } },
    {
      id: "old-dots",
      type: "fill",
      source: "provinces",
      filter: old,
      paint: { "fill-pattern": `place:dots:${theme}` },
    },
  ];
}

/** Below the labels, so that names of places stay readable: drawn shapes, the areas of coarse places. */
export function groundLiveLayers(context: Context): LayerSpecification[] {
  const { palette, theme, screen } = context;
  const wide = screen === "wall" ? 3 : 2;
  return [
    ...drawingShapes(context),
    {
      id: "area-fill",
      type: "fill",
      source: "areas",
      filter: ["!", ["get", "ended"]],
      paint: { "fill-color": palette.ink1, "fill-opacity": theme === "dark" ? 0.06 : 0.05 },
    },
    {
      id: "area-edge",
      type: "line",
      source: "areas",
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": palette.ink2,
        "line-width": wide,
        "line-dasharray": [0.05, 2.2],
        "line-opacity": ["case", ["get", "ended"], 0.4, 1],
      },
    },
    ...["incidents", "urgent"].map((source) => coarseLayer(context, source)),
  ];
}

function unitLayers(context: Context): LayerSpecification[] {
  const { theme, screen, palette, stale } = context;
  const overlap = { "icon-allow-overlap": true, "icon-ignore-placement": true } as const;
  const opacity: ExpressionSpecification = ["case", ["==", age(stale), "old"], 0.4, 1];
  return [
    {
      id: "unit-headings",
      type: "symbol",
      source: "units",
      filter: ["has", "heading"],
      layout: {
        ...overlap,
        "icon-image": ["concat", "heading:", ["get", "owner"], ":", theme],
        "icon-rotate": ["get", "heading"],
        "icon-rotation-alignment": "map",
      },
      paint: { "icon-opacity": opacity },
    },
    {
      id: "units",
      type: "symbol",
      source: "units",
      layout: {
        ...overlap,
        "icon-image": ["concat", "unit:", ["get", "symbol"], ":", theme],
        ...(screen === "wall"
          ? {}
          : {
              "text-field": ["step", ["zoom"], "", 9, ["get", "callsign"]] as ExpressionSpecification,
              "text-font": [regular],
              "text-size": 12,
              "text-offset": [0, unitWidth[screen] / 20] as [number, number],
              "text-anchor": "top" as const,
              "text-optional": true,
            }),
      },
      paint: {
        "icon-opacity": opacity,
        "text-color": palette.text,
        "text-halo-color": palette.halo,
        "text-halo-width": 1.5,
      },
    },
  ];
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

function measureLayers({ palette, screen }: Context): LayerSpecification[] {
  return [
    {
      id: "measure-line",
      type: "line",
      source: "measure",
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": palette.focus,
        "line-width": screen === "wall" ? 4 : 2.5,
        "line-dasharray": [2, 1.6],
      },
    },
    {
      id: "measure-points",
      type: "circle",
      source: "measure",
      filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-radius": 5,
        "circle-color": palette.surface,
        "circle-stroke-color": palette.focus,
        "circle-stroke-width": 2,
      },
    },
  ];
}

/** An opened stack: each of its incidents, and a leg to where it is. */
function spiderLayers(context: Context): LayerSpecification[] {
  const isPoint: ExpressionSpecification = ["==", ["geometry-type"], "Point"];
  const legs: LayerSpecification = {
    id: "spider-legs",
    type: "line",
    source: "spider",
    filter: ["!", isPoint],
    paint: { "line-color": context.palette.ink3, "line-width": context.screen === "wall" ? 3 : 1.5 },
  };
  return [
    legs,
    ...(context.screen === "wall" ? [refLayer(context, "spider", isPoint)] : []),
    { ...incidentLayer(context, "spider"), filter: isPoint } as LayerSpecification,
  ];
}

/** How many lie beneath a symbol, at its upper right. */
function countLayer({ screen, palette, theme }: Context): LayerSpecification {
  return {
    id: "stack-counts",
    type: "symbol",
    source: "stacks",
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

/** Above the labels: units, then clusters and incidents, the most pressing last. */
export function topLiveLayers(context: Context): LayerSpecification[] {
  const pressing: ExpressionSpecification = ["all", ["!", isCluster], [">=", ["get", "weight"], 16]];
  const isWall = context.screen === "wall";
  return [
    ...drawingWords(context),
    ...unitLayers(context),
    clusterLayer(context),
    incidentLayer(context, "incidents"),
    ...(isWall ? [refLayer(context, "incidents", pressing)] : []),
    ...(isWall ? [refLayer(context, "urgent", ["literal", true])] : []),
    incidentLayer(context, "urgent"),
    ...spiderLayers(context),
    countLayer(context),
    ...measureLayers(context),
  ];
}

/** The live state with its palette. */
export function liveContext(state: LiveState): Context {
  return { ...state, palette: palettes[state.theme] };
}
