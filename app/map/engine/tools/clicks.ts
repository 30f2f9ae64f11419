/**
 * What a click on the map does, or Enter at its middle: picks or measures a point, opens a cluster or stack, selects an
 * incident.
 */
import type { Feature, Point } from "geojson";
import type { GeoJSONSource, MapGeoJSONFeature, Map as MapLibre, PointLike } from "maplibre-gl";
import { symbolWidth } from "../../symbols/catalogue";
import type { MapIncident } from "../../types";
import type { Spider } from "../content/spider";
import { drawingHitLayers } from "../layers/drawings";
import { clusterMaxZoom } from "../layers/live-sources";
import type { Screen } from "../options";
import type { Measure } from "./measure";

export type ClickTarget = {
  map: MapLibre;
  screen: Screen;
  spider: Spider;
  measure: Measure;
  get: (id: string) => MapIncident | undefined;
  picking: () => boolean;
  /** True while a tool owns every click. */
  busy: () => boolean;
  select: (id: string | null) => void;
  /** Where the selected incident is shown, if one is. */
  selected: () => { id: string; at: [lng: number, lat: number] } | undefined;
  /** A unit was clicked. */
  unit: (id: string) => void;
  /** A drawing was clicked. */
  drawing: (id: string) => void;
  pick: (lng: number, lat: number) => void;
  /** Moves the camera as the user's motion setting allows. */
  easeTo: (center: [number, number], zoom: number) => void;
};

type Spot = { x: number; y: number };

const incidentLayers = ["spider", "urgent", "incidents", "clusters"];
const unitLayers = ["units"];
const pointerReach = 4;
/** Pixels around the middle within which Enter hits; a key is less exact than a pointer. */
const keyReach = 18;

function at(map: MapLibre, { x, y }: Spot, layers: string[], reach: number): MapGeoJSONFeature[] {
  const box: [PointLike, PointLike] = [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ];
  return map.queryRenderedFeatures(box, { layers });
}

const idOf = (feature: Feature): string => String(feature.properties?.id);
const placeOf = (feature: Feature): [number, number] => {
  const [lng = 0, lat = 0] = (feature.geometry as Point).coordinates;
  return [lng, lat];
};

/** True when all lie within a few metres of the first, so that no zoom separates them. */
function isStack(incidents: readonly MapIncident[]): boolean {
  const first = incidents[0]?.place;
  return incidents.every(
    ({ place }) =>
      Math.abs(place.lng - (first?.lng ?? 0)) < 5e-5 && Math.abs(place.lat - (first?.lat ?? 0)) < 5e-5,
  );
}

async function membersOf(
  target: ClickTarget,
  features: readonly MapGeoJSONFeature[],
): Promise<MapIncident[]> {
  const source = target.map.getSource<GeoJSONSource>("incidents");
  const ids = new Set<string>();
  for (const feature of features) {
    if (feature.layer.id !== "clusters") ids.add(idOf(feature));
    else {
      const leaves = await source?.getClusterLeaves(Number(feature.properties.cluster_id), 100, 0);
      for (const leaf of leaves ?? []) ids.add(idOf(leaf));
    }
  }
  return [...ids].flatMap((id) => target.get(id) ?? []);
}

/** Opens overlapping symbols: by zooming in where that separates a cluster, else as a spider. */
async function openStack(target: ClickTarget, features: readonly MapGeoJSONFeature[]): Promise<void> {
  const members = await membersOf(target, features);
  const cluster = features.find(({ layer }) => layer.id === "clusters");
  if (cluster && !isStack(members)) {
    const source = target.map.getSource<GeoJSONSource>("incidents");
    const zoom = (await source?.getClusterExpansionZoom(Number(cluster.properties.cluster_id))) ?? 0;
    if (zoom <= clusterMaxZoom && target.map.getZoom() < clusterMaxZoom)
      return target.easeTo(placeOf(cluster), zoom + 0.3);
  }
  target.spider.open(members, cluster && placeOf(cluster));
}

/** The symbol that was hit and those that overlap it. */
function overlapping(target: ClickTarget, hit: MapGeoJSONFeature): MapGeoJSONFeature[] {
  const { map, screen } = target;
  const middle = map.project(placeOf(hit));
  const near = symbolWidth[screen] * 0.5;
  const layers = incidentLayers.filter((layer) => layer !== "spider");
  const found = at(map, middle, layers, near).filter((feature) => {
    const { x, y } = map.project(placeOf(feature));
    return Math.hypot(x - middle.x, y - middle.y) < near;
  });
  return [hit, ...found];
}

async function act(target: ClickTarget, spot: Spot, reach: number): Promise<void> {
  const { map, spider, measure } = target;
  if (target.busy()) return;
  const { lng, lat } = map.unproject([spot.x, spot.y]);
  if (target.picking()) return target.pick(lng, lat);
  if (measure.active) return measure.add({ lng, lat });
  const [hit] = at(map, spot, incidentLayers, reach);
  if (hit?.layer.id === "spider") return target.select(idOf(hit));
  spider.close();
  if (hit) {
    const features = overlapping(target, hit);
    const one = new Set(features.map((feature) => feature.properties.cluster_id ?? idOf(feature))).size === 1;
    return one && hit.layer.id !== "clusters" ? target.select(idOf(hit)) : openStack(target, features);
  }
  const [unit] = at(map, spot, unitLayers, reach);
  if (unit) return target.unit(idOf(unit));
  const [drawing] = at(map, spot, drawingHitLayers, reach);
  if (drawing) target.drawing(idOf(drawing));
  else target.select(null);
}

const failed = (error: unknown) => console.error("the click on the map failed", error);

/** In an opened stack the arrow keys select the next or the one before, as the hand goes round. */
const stepOf: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** Where Enter acts: in the middle of the map; on the selected incident when nothing lies there. */
function keySpot(target: ClickTarget): Spot {
  const { map } = target;
  const { clientWidth, clientHeight } = map.getCanvas();
  const middle = { x: clientWidth / 2, y: clientHeight / 2 };
  const selected = target.selected();
  const isTool = target.picking() || target.measure.active;
  if (!selected || isTool || at(map, middle, incidentLayers, keyReach).length > 0) return middle;
  return map.project(selected.at);
}

/**
 * Enter acts on what lies in the middle of the map, which the arrow keys move; Escape closes an opened stack, in which
 * the arrow keys go from one to the next.
 */
function listenForKeys(target: ClickTarget): void {
  const { map, spider } = target;
  const canvas = map.getCanvas();
  canvas.addEventListener("keydown", (event) => {
    if (target.busy()) return;
    const step = spider.isOpen ? stepOf[event.key] : undefined;
    if (event.key === "Escape" && spider.isOpen) {
      event.stopPropagation();
      spider.close();
    } else if (step !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      const next = spider.next(target.selected()?.id ?? null, step);
      if (next !== undefined) target.select(next);
    } else if (event.key === "Enter") {
      event.preventDefault();
      act(target, keySpot(target), keyReach).catch(failed);
    }
  });
}

/** Listens for clicks and keys, and shows a pointer over what can be clicked. */
export function listenForClicks(target: ClickTarget): void {
  const { map } = target;
  map.on("click", ({ point }) => {
    act(target, point, pointerReach).catch(failed);
  });
  map.on("mousemove", ({ point }) => {
    if (target.busy()) return;
    const crosshair = target.picking() || target.measure.active;
    const hits = crosshair
      ? []
      : at(map, point, [...incidentLayers, ...unitLayers, ...drawingHitLayers], pointerReach);
    map.getCanvas().style.cursor = crosshair ? "crosshair" : hits.length > 0 ? "pointer" : "";
  });
  listenForKeys(target);
}
