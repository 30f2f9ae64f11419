/**
 * An operator's own layers: each is a data file with a small description beside it (`roads.geojson` and
 * `roads.layer.json`). Pure: it is given the bytes, and says what the layer is or, in one sentence, why it is left out.
 */
import { z } from "zod";

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
};

/** A file that is left out, and the sentence that says why. */
export type RefusedLayer = { file: string; reason: string };
export type LayerResult = { ok: true; layer: OwnLayer } | ({ ok: false } & RefusedLayer);

/** What the folder held: `description` is absent when no such file lies beside the data. */
export type LayerFile = { file: string; bytes: Uint8Array; description?: string };

export const largestGeojson = 32 * 1024 * 1024;
const magic = "PMTiles";
const name = /^[\w-]{1,60}\.(geojson|pmtiles)$/;

/** Left out because of `reason`. */
class Refusal extends Error {}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(`${what} is not JSON`);
  }
}

function readDescription(text: string | undefined, file: string): LayerDescription {
  const beside = file.replace(/\.(geojson|pmtiles)$/, ".layer.json");
  if (text === undefined)
    throw new Refusal(`${beside} is missing: it gives the title, the attribution and the style`);
  const parsed = descriptionSchema.safeParse(parseJson(text, beside));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal(
    `${beside}: ${issue?.path.join(".") || "the whole"}: ${issue?.message ?? "not as asked"}`,
  );
}

const geometryTypes = new Set([
  "Point",
  "MultiPoint",
  "LineString",
  "MultiLineString",
  "Polygon",
  "MultiPolygon",
]);

function checkCoordinates(value: unknown, where: string): void {
  if (!Array.isArray(value)) throw new Refusal(`${where}: coordinates are not a list`);
  const [first, second] = value;
  if (typeof first !== "number") {
    for (const inner of value) checkCoordinates(inner, where);
    return;
  }
  if (typeof second !== "number" || Math.abs(first) > 180 || Math.abs(second) > 90) {
    throw new Refusal(`${where}: ${first}, ${String(second)} is no longitude and latitude`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function checkFeature(feature: unknown, index: number): void {
  const where = `feature ${index + 1}`;
  if (!isRecord(feature) || feature.type !== "Feature") throw new Refusal(`${where} is no feature`);
  const { geometry } = feature;
  if (!isRecord(geometry)) throw new Refusal(`${where} has no geometry`);
  if (!geometryTypes.has(String(geometry.type)))
    throw new Refusal(`${where}: ${String(geometry.type)} is not drawn`);
  checkCoordinates(geometry.coordinates, where);
}

function checkGeojson(bytes: Uint8Array): number {
  if (bytes.byteLength > largestGeojson) throw new Refusal("larger than 32 MB: make it a PMTiles file");
  const data = parseJson(new TextDecoder().decode(bytes), "the file");
  if (!isRecord(data) || data.type !== "FeatureCollection" || !Array.isArray(data.features)) {
    throw new Refusal("not a GeoJSON FeatureCollection");
  }
  if (data.features.length === 0) throw new Refusal("holds no features");
  for (const [index, feature] of data.features.entries()) checkFeature(feature, index);
  return data.features.length;
}

function checkPmtiles(bytes: Uint8Array): void {
  const head = new TextDecoder().decode(bytes.slice(0, magic.length));
  if (head !== magic) throw new Refusal("not a PMTiles file");
  if (bytes[magic.length] !== 3)
    throw new Refusal(`PMTiles version ${bytes[magic.length] ?? "unknown"}, not 3`);
}

/** The layer a file holds, or why it is left out. Of a PMTiles file the first 127 bytes are enough. */
export function readLayer({ file, bytes, description }: LayerFile): LayerResult {
  const format = name.exec(file)?.[1];
  try {
    if (format !== "geojson" && format !== "pmtiles") {
      throw new Refusal("the name must be letters, digits, - or _, and end in .geojson or .pmtiles");
    }
    const described = readDescription(description, file);
    if ((described.style === "basemap") !== (format === "pmtiles")) {
      throw new Refusal(`style ${described.style} does not go with ${format}`);
    }
    const id = file.replace(/\.\w+$/, "");
    if (format === "geojson") {
      return { ok: true, layer: { ...described, id, file, format, features: checkGeojson(bytes) } };
    }
    checkPmtiles(bytes);
    return { ok: true, layer: { ...described, id, file, format } };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, file, reason: error.message };
    throw error;
  }
}
