/** What a click on the map means: a point to pick or measure, a cluster or stack to open, an incident to select. */
import type { Feature, Point } from "geojson";
import type { GeoJSONSource, MapGeoJSONFeature, Map as MapLibre, MapMouseEvent } from "maplibre-gl";
import { drawingHitLayers } from "./drawings";
import { clusterMaxZoom } from "./live-sources";
import type { Measure } from "./measure";
import type { Spider } from "./spider";

export type ClickTarget = {
  map: MapLibre;
  spider: Spider;
  measure: Measure;
  picking: () => boolean;
  /** True while a tool owns every click. */
  busy: () => boolean;
  select: (id: string | null) => void;
  /** A drawing was clicked. */
  drawing: (id: string) => void;
  pick: (lng: number, lat: number) => void;
  /** Moves the camera as the user's motion setting allows. */
  easeTo: (center: [number, number], zoom: number) => void;
};

const incidentLayers = ["urgent", "spider", "incidents", "clusters"];
const reach = 4;

function at(map: MapLibre, { point }: MapMouseEvent, layers: string[]): MapGeoJSONFeature | undefined {
  const box: [[number, number], [number, number]] = [
    [point.x - reach, point.y - reach],
    [point.x + reach, point.y + reach],
  ];
  return map.queryRenderedFeatures(box, { layers })[0];
}

/** True when every leaf lies within a few metres of the first, so that no zoom would part them. */
function isStack(leaves: readonly Feature[]): boolean {
  const points = leaves.map((leaf) => (leaf.geometry as Point).coordinates);
  const [first] = points;
  return points.every(
    ([lng = 0, lat = 0]) =>
      Math.abs(lng - (first?.[0] ?? 0)) < 5e-5 && Math.abs(lat - (first?.[1] ?? 0)) < 5e-5,
  );
}

async function openCluster(target: ClickTarget, feature: MapGeoJSONFeature): Promise<void> {
  const source = target.map.getSource<GeoJSONSource>("incidents");
  const id = Number(feature.properties.cluster_id);
  const [lng = 0, lat = 0] = (feature.geometry as Point).coordinates;
  if (!source) return;
  const leaves = await source.getClusterLeaves(id, 100, 0);
  const zoom = await source.getClusterExpansionZoom(id);
  if (isStack(leaves) || zoom > clusterMaxZoom || target.map.getZoom() >= clusterMaxZoom) {
    target.spider.open([lng, lat], leaves);
  } else {
    target.easeTo([lng, lat], zoom + 0.3);
  }
}

async function click(target: ClickTarget, event: MapMouseEvent): Promise<void> {
  if (target.busy()) return;
  const { lng, lat } = event.lngLat;
  if (target.picking()) return target.pick(lng, lat);
  if (target.measure.active) return target.measure.add([lng, lat]);
  const feature = at(target.map, event, incidentLayers);
  if (feature?.layer.id === "clusters") return openCluster(target, feature);
  if (feature?.layer.id !== "spider") target.spider.close();
  const drawing = feature ? undefined : at(target.map, event, drawingHitLayers);
  if (drawing) return target.drawing(String(drawing.properties.id));
  target.select(feature ? String(feature.properties.id) : null);
}

/** Listens for clicks and shows a hand over what can be clicked. */
export function listenForClicks(target: ClickTarget): void {
  const { map } = target;
  map.on("click", (event) => {
    click(target, event).catch((error: unknown) => console.error("the click on the map failed", error));
  });
  map.on("mousemove", (event) => {
    if (target.busy()) return;
    const crosshair = target.picking() || target.measure.active;
    map.getCanvas().style.cursor = crosshair
      ? "crosshair"
      : at(map, event, [...incidentLayers, ...drawingHitLayers])
        ? "pointer"
        : "";
  });
}
