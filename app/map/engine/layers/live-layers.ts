/** Layers of what moves, from the ground up: old land, drawn shapes and coarse areas, then all that lies above the labels. */
import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { coarseCell } from "@/domain/geo";
import { semibold } from "@/map/style";
import { cellZoom, symbolWidth } from "../../symbols/catalogue";
import { drawingShapes, drawingWords } from "./drawings";
import { incidentLayers } from "./incident-layers";
import { type Context, sides } from "./live-context";
import { unitLayers } from "./unit-layers";

/** Zoomed out a cell would hide behind its symbol: a dotted square around both says the same there. */
function coarseLayer({ theme, screen }: Context, source: string): LayerSpecification {
  return {
    id: `${source}-coarse`,
    type: "symbol",
    source,
    maxzoom: cellZoom(screen),
    filter: ["has", "coarse"],
    layout: {
      "icon-image": `place:coarse:${theme}`,
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
    },
  };
}

/** The province that was searched for; none until a filter names one. */
function foundProvinceLayers({ palette, theme, screen }: Context): LayerSpecification[] {
  const none: ExpressionSpecification = ["==", ["get", "code"], ""];
  return [
    {
      id: "found-area",
      type: "fill",
      source: "provinces",
      filter: none,
      paint: { "fill-color": palette.ink1, "fill-opacity": theme === "dark" ? 0.08 : 0.06 },
    },
    {
      id: "found-edge",
      type: "line",
      source: "provinces",
      filter: none,
      layout: { "line-join": "round" },
      paint: { "line-color": palette.ink1, "line-width": screen === "wall" ? 4 : 3 },
    },
  ];
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
    ...foundProvinceLayers(context),
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
    {
      id: "selected-cell",
      type: "line",
      source: "selected-cell",
      layout: { "line-join": "round" },
      paint: { "line-color": palette.ink1, "line-width": wide + 1, "line-dasharray": [3, 2] },
    },
    ...["incidents", "urgent"].map((source) => coarseLayer(context, source)),
  ];
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

/** Zoomed in the edges of a cell leave the screen: words under the symbol say that it is no point. */
function coarseWords({ screen, palette }: Context, source: string): LayerSpecification {
  const size = { wall: 22, command: 13, field: 16 }[screen];
  return {
    id: `${source}-coarse-words`,
    type: "symbol",
    source,
    minzoom: 11.5,
    filter: ["has", "coarse"],
    layout: {
      "text-field": `≈ ${coarseCell.sideKm} km`,
      "text-font": [semibold],
      "text-size": size,
      "text-anchor": "top",
      "text-offset": [0, (symbolWidth[screen] * 0.9) / size],
      "text-allow-overlap": true,
    },
    paint: { "text-color": palette.ink1, "text-halo-color": palette.halo, "text-halo-width": 2 },
  };
}

/** Above the labels: units, then clusters and incidents, the most urgent last. */
export function topLiveLayers(context: Context): LayerSpecification[] {
  return [
    ...drawingWords(context),
    ...unitLayers(context),
    ...incidentLayers(context),
    ...["incidents", "urgent"].map((source) => coarseWords(context, source)),
    ...measureLayers(context),
  ];
}
