/**
 * An operator's own layers: each is a data file with a small description beside it (`roads.geojson` and
 * `roads.layer.json`). Pure: it is given the bytes, and says what the layer is or, in one sentence, why it is left out.
 */
import { z } from "zod";
import { Refusal, type RefusalCode, type RefusalValues } from "./refusal";

export const layerStyles = ["line", "area", "point", "basemap"] as const;
export type LayerStyle = (typeof layerStyles)[number];

const title = z.strictObject({
  en: z.string().min(1).max(80),
  km: z.string().min(1).max(80).optional(),
  lo: z.string().min(1).max(80).optional(),
});

const descriptionSchema = z.strictObject({
  title,
  /** Whose data it is: shown on the map whenever the layer is. */
  attribution: z.string().min(1).max(200),
  style: z.enum(layerStyles),
  /** Shown from the start; default no. */
  shown: z.boolean().default(false),
});

export type LayerDescription = z.infer<typeof descriptionSchema>;
export type LayerFormat = "geojson" | "pmtiles";
export type OwnLayer = LayerDescription & {
  id: string;
  file: string;
  format: LayerFormat;
  features?: number;
  /** Of a PMTiles file: the layers of its tiles that are drawn. */
  vectorLayers?: readonly string[];
};

/** A file that is left out: the sentence that says why, and its parts for a screen in another language. */
export type RefusedLayer = { file: string; reason: string; code: RefusalCode; values: RefusalValues };
export type LayerResult = { ok: true; layer: OwnLayer } | ({ ok: false } & RefusedLayer);

/** What was found in a PMTiles file. */
export type TileFile = {
  /** Bytes the file has, and bytes its header says it has. */
  size: number;
  needed: number;
  isVector: boolean;
  /** Names of the vector layers; undefined when they or the tiles cannot be read. */
  layers: readonly string[] | undefined;
};

/**
 * What the folder held. Of a PMTiles file `bytes` is its beginning and `tiles` what was found in it; `description` is
 * absent when no such file lies beside the data.
 */
export type LayerFile = { file: string; bytes: Uint8Array; tiles?: TileFile; description?: string };

export const largestGeojson = 32 * 1024 * 1024;
const magic = "PMTiles";
const name = /^[\w-]{1,60}\.(geojson|pmtiles)$/;
/** Roads in the two common tile schemas: of a base map nothing else is drawn, for the rest is in the built files. */
const basemapLayers = ["roads", "transportation"];

function parseJson(text: string, refusal: Refusal): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal;
  }
}

function readDescription(text: string | undefined, file: string): LayerDescription {
  const beside = file.replace(/\.(geojson|pmtiles)$/, ".layer.json");
  if (text === undefined) throw new Refusal("no-description", { beside });
  const parsed = descriptionSchema.safeParse(
    parseJson(text, new Refusal("description-not-json", { beside })),
  );
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys : [];
  throw new Refusal("description", { beside, where: [...(issue?.path ?? []), ...unknown].join(".") });
}

const geometryTypes = new Set([
  "Point",
  "MultiPoint",
  "LineString",
  "MultiLineString",
  "Polygon",
  "MultiPolygon",
]);

function checkCoordinates(value: unknown, number: number): void {
  if (!Array.isArray(value)) throw new Refusal("coordinates", { number });
  const [first, second] = value;
  if (typeof first !== "number") {
    for (const inner of value) checkCoordinates(inner, number);
    return;
  }
  if (typeof second !== "number" || Math.abs(first) > 180 || Math.abs(second) > 90) {
    throw new Refusal("place", { number, found: `${first}, ${String(second)}` });
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function checkFeature(feature: unknown, index: number): void {
  const number = index + 1;
  if (!isRecord(feature) || feature.type !== "Feature") throw new Refusal("feature", { number });
  const { geometry } = feature;
  if (!isRecord(geometry)) throw new Refusal("geometry", { number });
  const found = String(geometry.type);
  if (!geometryTypes.has(found)) throw new Refusal("type", { number, found });
  checkCoordinates(geometry.coordinates, number);
}

function checkGeojson(bytes: Uint8Array): number {
  if (bytes.byteLength > largestGeojson) throw new Refusal("large");
  const data = parseJson(new TextDecoder().decode(bytes), new Refusal("not-json"));
  if (!isRecord(data) || data.type !== "FeatureCollection" || !Array.isArray(data.features)) {
    throw new Refusal("not-collection");
  }
  if (data.features.length === 0) throw new Refusal("empty");
  for (const [index, feature] of data.features.entries()) checkFeature(feature, index);
  return data.features.length;
}

/** The vector layers of a PMTiles file that are drawn in this style. */
function checkPmtiles(bytes: Uint8Array, tiles: TileFile | undefined, style: LayerStyle): readonly string[] {
  const head = new TextDecoder().decode(bytes.slice(0, magic.length));
  if (head !== magic) throw new Refusal("not-pmtiles");
  const version = bytes[magic.length];
  if (version !== 3) throw new Refusal("version", { found: version ?? 0 });
  if (!tiles) throw new Refusal("damaged");
  const { size, needed, isVector, layers } = tiles;
  if (size < needed) throw new Refusal("cut", { size, needed });
  if (!isVector) throw new Refusal("pictures");
  if (!layers) throw new Refusal("damaged");
  const drawn = style === "basemap" ? layers.filter((layer) => basemapLayers.includes(layer)) : layers;
  if (drawn.length === 0) throw new Refusal("no-layers", { wanted: basemapLayers.join(", ") });
  return drawn;
}

function layerOf({ file, bytes, tiles, description }: LayerFile): OwnLayer {
  const format = name.exec(file)?.[1];
  if (format !== "geojson" && format !== "pmtiles") throw new Refusal("name");
  const described = readDescription(description, file);
  if (described.style === "basemap" && format === "geojson") {
    throw new Refusal("style", { style: described.style, format });
  }
  const layer = { ...described, id: file.replace(/\.\w+$/, ""), file };
  if (format === "geojson") return { ...layer, format, features: checkGeojson(bytes) };
  return { ...layer, format, vectorLayers: checkPmtiles(bytes, tiles, described.style) };
}

/** The layer a file holds, or why it is left out. */
export function readLayer(found: LayerFile): LayerResult {
  try {
    return { ok: true, layer: layerOf(found) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { message, code, values } = error;
    return { ok: false, file: found.file, reason: message, code, values };
  }
}
