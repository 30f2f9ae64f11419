/** Layers of units: the disc with its callsign, and the arrow of its heading. */
import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { regular } from "@/map/style";
import { unitWidth } from "../../symbols/catalogue";
import { age, type Context } from "./live-context";

/** The layers of units, bottom first. */
export function unitLayers(context: Context): LayerSpecification[] {
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
