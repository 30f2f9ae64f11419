import type { LayerSpecification, StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Map as MapLibre } from "maplibre-gl";
import { firstLabelLayer, lastLandLayer, mapStyle, type StyleOptions } from "@/map/style";
import type { StaleSide } from "../../types";
import { liveContext } from "./live-context";
import { groundLiveLayers, oldSideLayers, topLiveLayers } from "./live-layers";
import { liveSources } from "./live-sources";

export type ComposeState = StyleOptions & { stale: StaleSide };

/** The base map with the live layers in their places: areas under the labels, symbols above. */
export function composeStyle(state: ComposeState): StyleSpecification {
  const base = mapStyle(state);
  const context = liveContext(state);
  const at = base.layers.findIndex((layer) => layer.id === firstLabelLayer);
  const land = base.layers.findIndex((layer) => layer.id === lastLandLayer) + 1;
  const layers = [
    ...base.layers.slice(0, land),
    ...oldSideLayers(context),
    ...base.layers.slice(land, at),
    ...groundLiveLayers(context),
    ...base.layers.slice(at),
    ...topLiveLayers(context),
  ];
  return { ...base, sources: { ...base.sources, ...liveSources(state.screen) }, layers };
}

type PaintName = Parameters<MapLibre["setPaintProperty"]>[1];
type LayoutName = Parameters<MapLibre["setLayoutProperty"]>[1];
type PaintValue = Parameters<MapLibre["setPaintProperty"]>[2];
type LayoutValue = Parameters<MapLibre["setLayoutProperty"]>[2];
type Values = Record<string, unknown>;

function changed(before: object | undefined, after: object | undefined): [string, unknown][] {
  const [old, next]: [Values, Values] = [{ ...before }, { ...after }];
  const names = new Set([...Object.keys(old), ...Object.keys(next)]);
  return [...names]
    .filter((name) => JSON.stringify(old[name]) !== JSON.stringify(next[name]))
    .map((name) => [name, next[name]]);
}

function filterOf(layer: LayerSpecification) {
  return "filter" in layer ? layer.filter : undefined;
}

/**
 * Changes a drawn map from one composed style to the next by setting only the properties that differ: sources keep
 * their data, so a change of language, theme or age of a side costs no reload.
 */
export function restyle(map: MapLibre, before: StyleSpecification, after: StyleSpecification): void {
  const old = new Map(before.layers.map((layer) => [layer.id, layer]));
  for (const layer of after.layers) {
    const previous = old.get(layer.id);
    if (!previous) continue;
    for (const [name, value] of changed(previous.paint, layer.paint))
      map.setPaintProperty(layer.id, name as PaintName, value as PaintValue);
    for (const [name, value] of changed(previous.layout, layer.layout))
      map.setLayoutProperty(layer.id, name as LayoutName, value as LayoutValue);
    const filter = filterOf(layer);
    if (JSON.stringify(filterOf(previous)) !== JSON.stringify(filter)) map.setFilter(layer.id, filter);
  }
}
