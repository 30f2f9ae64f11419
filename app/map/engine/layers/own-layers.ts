/** Shows an operator's own layers between the ground and the labels, each credited while it is shown. */
import type { LayerSpecification, SourceSpecification } from "@maplibre/maplibre-gl-style-spec";
import { addProtocol, type Map as MapLibre } from "maplibre-gl";
import type { LayerStyle, OwnLayer } from "@/map/layers/describe";
import { firstLabelLayer, type Palette, palettes, type Theme } from "@/map/style";

const prefix = "own-";
let hasProtocol = false;

/** PMTiles is read with range requests by its own small library, loaded only when such a layer is shown. */
async function readPmtiles(): Promise<void> {
  if (hasProtocol) return;
  const { Protocol } = await import("pmtiles");
  const protocol = new Protocol();
  addProtocol("pmtiles", protocol.tile);
  hasProtocol = true;
}

function sourceOf(layer: OwnLayer, address: string): SourceSpecification {
  if (layer.format === "pmtiles") return { type: "vector", url: `pmtiles://${address}` };
  return { type: "geojson", data: address };
}

type Part = { id: string; source: string; "source-layer"?: string };

/** The roads of a base map; what else it holds is already drawn from the built files. */
function roadLayer(part: Part, palette: Palette): LayerSpecification {
  return {
    ...part,
    type: "line",
    layout: { "line-join": "round", "line-cap": "round" },
    paint: {
      "line-color": palette.ink3,
      "line-opacity": 0.7,
      "line-width": ["interpolate", ["linear"], ["zoom"], 7, 0.5, 14, 3],
    },
  };
}

/** One part of a layer: all of a GeoJSON file, or one of the layers of its tiles. */
function partLayers(style: LayerStyle, part: Part, palette: Palette): LayerSpecification[] {
  const { id } = part;
  if (style === "basemap") return [roadLayer(part, palette)];
  if (style === "point") {
    const paint = { "circle-radius": 4, "circle-color": palette.ink2, "circle-stroke-color": palette.halo };
    return [{ ...part, id: `${id}-points`, type: "circle", paint: { ...paint, "circle-stroke-width": 1.5 } }];
  }
  const lines: LayerSpecification = {
    ...part,
    id: `${id}-lines`,
    type: "line",
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": palette.ink2, "line-width": style === "area" ? 1.5 : 1.8, "line-opacity": 0.85 },
  };
  if (style === "line") return [lines];
  const paint = { "fill-color": palette.ink2, "fill-opacity": 0.14 };
  return [{ ...part, id: `${id}-fill`, type: "fill", paint }, lines];
}

function layersOf({ style, vectorLayers }: OwnLayer, source: string, palette: Palette): LayerSpecification[] {
  const parts: Part[] = vectorLayers?.map((name) => ({
    id: `${source}-${name}`,
    source,
    "source-layer": name,
  })) ?? [{ id: source, source }];
  return parts.flatMap((part) => partLayers(style, part, palette));
}

export class OwnLayers {
  readonly #map: MapLibre;
  #shown: readonly OwnLayer[] = [];
  #folder = "";
  #theme: Theme;

  constructor(map: MapLibre, theme: Theme) {
    this.#map = map;
    this.#theme = theme;
  }

  /** Whose data is shown besides the map's own. */
  get credits(): string[] {
    return [...new Set(this.#shown.map((layer) => layer.attribution))];
  }

  /** Shows exactly these layers; `folder` is the address their files are served from. */
  async show(layers: readonly OwnLayer[], folder: string): Promise<void> {
    if (layers.some((layer) => layer.format === "pmtiles")) await readPmtiles();
    this.#clear();
    this.#shown = layers;
    this.#folder = folder.replace(/\/$/, "");
    for (const layer of layers) this.#add(layer);
  }

  repaint(theme: Theme): void {
    this.#theme = theme;
    this.#clear();
    for (const layer of this.#shown) this.#add(layer);
  }

  #add(layer: OwnLayer): void {
    const id = `${prefix}${layer.id}`;
    this.#map.addSource(id, sourceOf(layer, `${this.#folder}/${layer.file}`));
    for (const each of layersOf(layer, id, palettes[this.#theme])) this.#map.addLayer(each, firstLabelLayer);
  }

  #clear(): void {
    for (const layer of this.#shown) {
      const id = `${prefix}${layer.id}`;
      for (const drawn of this.#map.getLayersOrder().filter((name) => name.startsWith(`${id}-`))) {
        this.#map.removeLayer(drawn);
      }
      if (this.#map.getSource(id)) this.#map.removeSource(id);
    }
  }
}
