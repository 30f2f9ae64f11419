/** Names of places: never letter-spaced in Khmer or Lao, the English name where no other is vouched for. */
import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { regular, semibold } from "./fonts";
import type { StyleContext } from "./options";

/** Images drawn on demand by the engine; the theme is part of the name so that a change of theme redraws them. */
export const placeImages = ["town", "capital", "gate"] as const;
export type PlaceImage = (typeof placeImages)[number];

function nameOf(language: StyleContext["language"]): ExpressionSpecification {
  return language === "en" ? ["get", "en"] : ["coalesce", ["get", language], ["get", "en"]];
}

function halo({ palette }: StyleContext, width: number) {
  return { "text-halo-color": palette.halo, "text-halo-width": width, "text-halo-blur": 0.3 };
}

function provinceLabels(
  context: StyleContext,
): [neighbours: LayerSpecification, provinces: LayerSpecification] {
  const { language, palette, sizes, screen } = context;
  const latin = language === "en";
  const layout = {
    "text-field": nameOf(language),
    "text-letter-spacing": latin ? 0.12 : 0,
    "text-transform": latin ? ("uppercase" as const) : ("none" as const),
  };
  const isProvince: ExpressionSpecification = ["==", ["get", "kind"], "province"];
  // A wall never leaves the five provinces: those around them would be names cut off at its edges.
  const neighbours: ExpressionSpecification =
    screen === "wall" ? ["literal", false] : ["all", isProvince, ["!", ["get", "border"]]];
  return [
    {
      id: "neighbour-names",
      type: "symbol",
      source: "places",
      maxzoom: 9,
      filter: neighbours,
      layout: { ...layout, "text-font": [regular], "text-size": sizes.neighbour },
      paint: { "text-color": palette.textQuiet, ...halo(context, 1.4) },
    },
    {
      id: "province-names",
      type: "symbol",
      source: "places",
      maxzoom: 10,
      filter: ["all", isProvince, ["get", "border"]],
      // A layer of its own: nothing ever suppresses the five names, and towns make room for them.
      layout: {
        ...layout,
        "text-font": [semibold],
        "text-size": sizes.province,
        "text-allow-overlap": true,
      },
      paint: { "text-color": palette.province, ...halo(context, 1.6) },
    },
  ];
}

function riverLabels(context: StyleContext): LayerSpecification[] {
  const { language, palette, sizes } = context;
  return [
    {
      id: "river-names",
      type: "symbol",
      source: "river-names",
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 320,
        "text-field": nameOf(language),
        "text-font": [regular],
        "text-size": sizes.river,
        "text-max-angle": 38,
        "text-padding": 14,
        "text-letter-spacing": language === "en" ? 0.04 : 0,
      },
      paint: { "text-color": palette.riverName, ...halo(context, 1.8) },
    },
  ];
}

function townLabels(context: StyleContext): LayerSpecification[] {
  const { language, palette, sizes, screen, theme } = context;
  const rank: ExpressionSpecification = ["get", "rank"];
  // A filter knows whole zooms only.
  const shown: ExpressionSpecification = ["step", ["zoom"], 1, 6, 2, 9, 3];
  const icon: ExpressionSpecification = ["match", rank, 1, `place:capital:${theme}`, `place:town:${theme}`];
  return [
    {
      id: "town-names",
      type: "symbol",
      source: "places",
      filter: ["all", ["==", ["get", "kind"], "town"], ["<=", rank, shown]],
      layout: {
        "icon-image": icon,
        "icon-size": sizes.line,
        "text-field": nameOf(language),
        "text-font": [regular],
        "text-size": ["match", rank, 1, sizes.town, sizes.smallTown],
        "text-variable-anchor": ["left", "right", "top", "bottom"],
        "text-radial-offset": 0.65,
        "text-justify": "auto",
        "text-optional": true,
        "symbol-sort-key": rank,
      },
      paint: {
        "text-color": ["case", ["get", "border"], palette.text, palette.textQuiet],
        ...halo(context, 1.6),
      },
    },
    {
      id: "crossing-names",
      type: "symbol",
      source: "places",
      minzoom: screen === "wall" ? 8.4 : 7.4,
      filter: [
        "all",
        ["match", ["get", "kind"], ["crossing", "post", "liaison-office"], true, false],
        ["<=", rank, ["step", ["zoom"], 1, 9, 3]],
      ],
      layout: {
        "icon-image": `place:gate:${theme}`,
        "icon-size": sizes.line,
        "icon-allow-overlap": true,
        "text-field": nameOf(language),
        "text-font": [semibold],
        "text-size": sizes.crossing,
        "text-variable-anchor": ["left", "right", "top", "bottom"],
        "text-radial-offset": 0.9,
        "text-max-width": 14,
        "text-optional": true,
        "symbol-sort-key": rank,
      },
      paint: { "text-color": palette.border, ...halo(context, 1.8) },
    },
  ];
}

/** Everything above the ground, bottom first; what is on top is placed first, and the rest makes room for it. */
export function labelLayers(context: StyleContext): LayerSpecification[] {
  const [neighbours, provinces] = provinceLabels(context);
  return [...riverLabels(context), neighbours, ...townLabels(context), provinces];
}
