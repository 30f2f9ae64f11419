/** Draws the map's images when a layer first needs them. The name of an image holds all that is needed to draw it. */
import type { Map as MapLibre } from "maplibre-gl";
import { positionFreshnesses } from "@/domain/freshness/positions";
import { countries, impacts, kinds, unitKinds } from "@/domain/vocabulary";
import { type Palette, palettes, type Screen, type Theme } from "@/map/style";
import { rings, symbolWidth, unitWidth, veryHighScale } from "../../symbols/catalogue";
import { discBox, drawParts, headingBox, symbolBox } from "../../symbols/draw";
import { headingParts, symbolParts, unitParts } from "../../symbols/parts";
import { drawCluster } from "./cluster-image";
import { type Image, ratio } from "./image";
import { drawPlace } from "./place-images";

type Draw = (parts: readonly string[], palette: Palette, screen: Screen) => Image | undefined;

const closedScale = 0.76;

function among<Value extends string>(list: readonly Value[], text: string | undefined): Value | undefined {
  return list.find((value) => value === text);
}

const drawIncident: Draw = ([kindText, impactText, ringText, ownerText, age], palette, screen) => {
  const kind = among(kinds, kindText);
  const impact = among(impacts, impactText);
  const ring = among(rings, ringText);
  const owner = among(countries, ownerText);
  if (!kind || !impact || !ring || !owner) return undefined;
  const scale = ring === "closed" ? closedScale : impact === "very-high" ? veryHighScale : 1;
  const parts = symbolParts({ kind, impact, ring, owner, old: age === "old" });
  return { data: drawParts(parts, symbolBox, symbolWidth[screen] * scale, palette, ratio) };
};

const drawUnit: Draw = ([kindText, ownerText, freshnessText], palette, screen) => {
  const kind = among(unitKinds, kindText);
  const owner = among(countries, ownerText);
  const freshness = among(positionFreshnesses, freshnessText);
  if (!kind || !owner || !freshness) return undefined;
  return {
    data: drawParts(unitParts({ kind, owner, freshness }), discBox, unitWidth[screen], palette, ratio),
  };
};

const drawHeading: Draw = ([ownerText], palette, screen) => {
  const owner = among(countries, ownerText);
  if (!owner) return undefined;
  const width = (unitWidth[screen] * headingBox.width) / discBox.width;
  return { data: drawParts(headingParts(owner), headingBox, width, palette, ratio) };
};

const drawings: Record<string, Draw> = {
  incident: drawIncident,
  unit: drawUnit,
  heading: drawHeading,
  cluster: drawCluster,
  place: drawPlace,
};

/** Lets the map draw its own images for one kind of screen. */
export function drawImagesOnDemand(map: MapLibre, screen: Screen): void {
  map.setMissingStyleImageResolver((id) => {
    const [family = "", ...rest] = id.split(":");
    const theme: Theme = rest.at(-1) === "light" ? "light" : "dark";
    const image = drawings[family]?.(rest, palettes[theme], screen);
    if (image && !map.hasImage(id)) map.addImage(id, image.data, { pixelRatio: ratio, ...image.options });
  });
}
