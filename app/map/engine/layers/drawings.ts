/** Features and layers of drawings. The owner shows by letters and by one line or two, never by colour alone. */
import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Feature } from "geojson";
import { type Palette, type Screen, semibold } from "@/map/style";
import type { MapDrawing } from "../../types";

/** The features of one drawing: its shape, and its text as a point of its own. */
export function drawingFeatures({ id, shape, geometry, label, owner, shared }: MapDrawing): Feature[] {
  const text = label === undefined ? owner : `${owner} · ${label}`;
  const properties = { id, shape, owner, text, joint: shared === true };
  const drawn: Feature = { type: "Feature", id, properties, geometry };
  if (geometry.type === "Point") return [drawn];
  const at =
    geometry.type === "Polygon" ? northEdge(geometry.coordinates[0] ?? []) : middle(geometry.coordinates);
  const named: Feature = {
    type: "Feature",
    id: `${id} words`,
    properties: { ...properties, shape: "words" },
    geometry: { type: "Point", coordinates: at },
  };
  return [drawn, named];
}

type Position = readonly [lng: number, lat: number];

/** Half-way between the two middle corners of a line, so that its text is drawn however short the line is. */
function middle(line: readonly Position[]): [number, number] {
  const after = Math.floor(line.length / 2);
  const [[lng1, lat1], [lng2, lat2]] = [line[after - 1] ?? [0, 0], line[after] ?? [0, 0]];
  return [(lng1 + lng2) / 2, (lat1 + lat2) / 2];
}

/** Where an area's text is drawn: at its northern edge, clear of what lies inside it. */
function northEdge(ring: readonly Position[]): [number, number] {
  const lats = ring.map(([, lat]) => lat);
  const [north, south] = [Math.max(...lats), Math.min(...lats)];
  const level = ring.slice(1).filter(([, lat]) => lat > north - (north - south) * 0.05);
  return [level.reduce((sum, [lng]) => sum + lng, 0) / Math.max(1, level.length), north];
}

/** The layers a click on a drawing can hit. */
export const drawingHitLayers = [
  "drawing-points",
  "drawing-labels",
  "drawing-words",
  "drawing-lines",
  "drawing-lines-national",
  "drawing-fill",
];

type Options = { palette: Palette; screen: Screen };
const isLaos: ExpressionSpecification = ["==", ["get", "owner"], "LA"];
const isJoint: ExpressionSpecification = ["get", "joint"];
const isPoint: ExpressionSpecification = ["==", ["geometry-type"], "Point"];
const isWords: ExpressionSpecification = ["==", ["get", "shape"], "words"];
const isArea: ExpressionSpecification = ["==", ["geometry-type"], "Polygon"];

function ownerInk(palette: Palette): ExpressionSpecification {
  return ["case", isLaos, palette.LA, palette.KH];
}

/** Cambodia draws one line, Laos two; what only one country sees is dashed. */
function lineLayer({ palette, screen }: Options, joint: boolean): LayerSpecification {
  const wide = screen === "wall" ? 4 : 2.2;
  return {
    id: joint ? "drawing-lines" : "drawing-lines-national",
    type: "line",
    source: "drawings",
    filter: ["all", ["!", isPoint], joint ? isJoint : ["!", isJoint]],
    layout: { "line-join": "round" },
    paint: {
      "line-color": ownerInk(palette),
      "line-width": ["case", isLaos, wide * 0.7, wide],
      "line-gap-width": ["case", isLaos, wide, 0],
      ...(joint ? {} : { "line-dasharray": [3, 1.6] }),
    },
  };
}

function labelLayer(
  { palette, screen }: Options,
  id: string,
  filter: ExpressionSpecification,
): LayerSpecification {
  return {
    id,
    type: "symbol",
    source: "drawings",
    filter,
    layout: {
      "text-field": ["get", "text"],
      "text-font": [semibold],
      "text-size": screen === "wall" ? 24 : 12.5,
      "text-anchor": id === "drawing-words" ? "bottom" : "top",
      "text-offset": [0, id === "drawing-words" ? -0.3 : 0.6],
      "text-max-width": 12,
      // The text of a drawing is never hidden by the name of a town.
      "text-allow-overlap": true,
    },
    paint: { "text-color": ownerInk(palette), "text-halo-color": palette.halo, "text-halo-width": 2 },
  };
}

/** The lines and planes of drawings. */
export function drawingShapes(options: Options): LayerSpecification[] {
  return [
    {
      id: "drawing-fill",
      type: "fill",
      source: "drawings",
      filter: isArea,
      paint: { "fill-color": ownerInk(options.palette), "fill-opacity": 0.1 },
    },
    lineLayer(options, true),
    lineLayer(options, false),
  ];
}

/** The points of drawings and the texts of all of them. */
export function drawingWords(options: Options): LayerSpecification[] {
  const { palette, screen } = options;
  const big = screen === "wall" ? 1.7 : 1;
  return [
    {
      id: "drawing-points",
      type: "circle",
      source: "drawings",
      filter: ["all", isPoint, ["==", ["get", "shape"], "point"]],
      paint: {
        "circle-radius": 5 * big,
        "circle-color": palette.surface,
        "circle-stroke-color": ownerInk(palette),
        "circle-stroke-width": ["case", isLaos, 4 * big, 2.2 * big],
      },
    },
    labelLayer(options, "drawing-words", isWords),
    labelLayer(options, "drawing-labels", ["all", isPoint, ["!", isWords]]),
  ];
}
