import type { StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import { fontFaces } from "./fonts";
import { groundLayers } from "./ground-layers";
import { labelLayers } from "./label-layers";
import { type StyleContext, type StyleOptions, sizesOf } from "./options";
import { palettes } from "./palette";
import { baseSources } from "./sources";

export { regular, semibold } from "./fonts";
export { type PlaceImage, placeImages } from "./label-layers";
export { type StyleOptions, sizesOf } from "./options";
export { type Palette, palettes, type Screen, type Theme } from "./palette";
export { attribution } from "./sources";

/** The first label layer: what lies on the ground goes below it. */
export const firstLabelLayer = "river-names";

/** The last layer of plain land: what colours a whole side goes right above it, below water and lines. */
export const lastLandLayer = "provinces";

/** The base map as a MapLibre style: every file it names is served from `base`, none from elsewhere. */
export function mapStyle(options: StyleOptions): StyleSpecification {
  const context: StyleContext = {
    ...options,
    palette: palettes[options.theme],
    sizes: sizesOf(options.screen),
  };
  return {
    version: 8,
    name: "Sekong",
    "font-faces": fontFaces(options.base),
    sources: baseSources(options.base),
    layers: [...groundLayers(context), ...labelLayers(context)],
  };
}
