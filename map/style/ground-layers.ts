/** Land, water and lines. The five provinces stand out by country; the KH–LA line is dashed because it is indicative. */
import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { StyleContext } from "./options";

const level: ExpressionSpecification = ["get", "level"];

function byZoom(
  low: ExpressionSpecification | number,
  high: ExpressionSpecification | number,
): ExpressionSpecification {
  return ["interpolate", ["linear"], ["zoom"], 6, low, 10, high];
}

function areas({ palette }: StyleContext): LayerSpecification[] {
  return [
    { id: "out", type: "background", paint: { "background-color": palette.out } },
    {
      id: "land",
      type: "fill",
      source: "countries",
      paint: { "fill-color": palette.land, "fill-antialias": false },
    },
    {
      id: "provinces",
      type: "fill",
      source: "provinces",
      paint: {
        "fill-color": ["match", ["get", "country"], "KH", palette.landKH, palette.landLA],
        "fill-antialias": false,
      },
    },
  ];
}

function water({ palette, sizes }: StyleContext): LayerSpecification[] {
  const width = (factor: number): ExpressionSpecification => [
    "match",
    level,
    [0, 1],
    1.5 * factor * sizes.line,
    2,
    1.3 * factor * sizes.line,
    3,
    1 * factor * sizes.line,
    0.6 * factor * sizes.line,
  ];
  return [
    {
      id: "rivers",
      type: "line",
      source: "rivers",
      layout: { "line-join": "round", "line-cap": "round" },
      paint: {
        "line-color": palette.river,
        "line-opacity": ["match", level, [0, 1, 2], 1, 3, 0.8, 0.4],
        "line-width": byZoom(width(0.9), width(2)),
      },
    },
    { id: "lakes", type: "fill", source: "lakes", paint: { "fill-color": palette.water } },
  ];
}

function lines({ palette, sizes }: StyleContext): LayerSpecification[] {
  return [
    {
      id: "province-lines",
      type: "line",
      source: "province-lines",
      layout: { "line-join": "round" },
      paint: { "line-color": palette.line, "line-width": sizes.line, "line-dasharray": [3, 3] },
    },
    {
      id: "province-edges",
      type: "line",
      source: "provinces",
      layout: { "line-join": "round" },
      paint: { "line-color": palette.edge, "line-width": 1.1 * sizes.line, "line-opacity": 0.85 },
    },
    {
      id: "other-borders",
      type: "line",
      source: "borders",
      filter: ["!=", ["get", "pair"], "KH-LA"],
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.otherBorder,
        "line-width": 1.5 * sizes.line,
        "line-dasharray": [6, 3, 1, 3],
      },
    },
    {
      id: "border-case",
      type: "line",
      source: "borders",
      filter: ["==", ["get", "pair"], "KH-LA"],
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.borderCase,
        "line-width": byZoom(5 * sizes.line, 8 * sizes.line),
        "line-opacity": 0.8,
      },
    },
    {
      id: "border",
      type: "line",
      source: "borders",
      filter: ["==", ["get", "pair"], "KH-LA"],
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.border,
        "line-width": byZoom(1.9 * sizes.line, 2.8 * sizes.line),
        "line-dasharray": [5, 2, 1, 2],
      },
    },
  ];
}

/** Everything below the labels, bottom first. */
export function groundLayers(context: StyleContext): LayerSpecification[] {
  return [...areas(context), ...water(context), ...lines(context)];
}
