/** Shows an operator's own layers between the ground and the labels, each credited while it is shown. */
import type { LayerSpecification, SourceSpecification } from "@maplibre/maplibre-gl-style-spec";
import { addProtocol, type Map as MapLibre } from "maplibre-gl";
import type { OwnLayer } from "@/map/layers/describe";
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

/** Road lines of the two common tile schemas; what else a base map holds is already drawn from the built files. */
function basemapLayers(id: string, palette: Palette): LayerSpecification[] {
  return ["roads", "transportation"].map((name) => ({
    id: `${id}-${name}`,
    type: "line",
    source: id,
    "source-layer": name,
    layout: { "line-join": "round", "line-cap": "round" },
    paint: {
      "line-color": palette.ink3,
      "line-opacity": 0.7,
      "line-width": ["interpolate", ["linear"], ["zoom"], 7, 0.5, 14, 3],
    },
  }));
}

function layersOf({ style }: OwnLayer, id: string, palette: Palette): LayerSpecification[] {
  if (style === "basemap") return basemapLayers(id, palette);
  if (style === "point") {
    const paint = { "circle-radius": 4, "circle-color": palette.ink2, "circle-stroke-color": palette.halo };
    return [
      { id: `${id}-points`, type: "circle", source: id, paint: { ...paint, "circle-stroke-width": 1.5 } },
    ];
  }
  const lines: LayerSpecification = {
    id: `${id}-lines`,
    type: "line",
    source: id,
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": palette.ink2, "line-width": style === "area" ? 1.5 : 1.8, "line-opacity": 0.85 },
  };
  if (style === "line") return [lines];
  const paint = { "fill-color": palette.ink2, "fill-opacity": 0.14 };
  return [{ id: `${id}-fill`, type: "fill", source: id, paint }, lines];
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
