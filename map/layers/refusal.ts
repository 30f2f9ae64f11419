/**
 * Why a file of the operator's is left out: a code with its values for the screens, which say it in the reader's
 * language, and the same as a sentence for the log.
 */

const sentences = {
  name: "name must be letters, digits, - or _, ending in .geojson or .pmtiles",
  "no-description": "{beside} is missing: it gives title, attribution and style",
  "description-not-json": "{beside} is not JSON",
  description: "{beside}: {where} is missing or invalid",
  style: "style {style} does not fit {format}",
  "not-json": "not a JSON file",
  large: "larger than 32 MB: make it a PMTiles file",
  "not-collection": "not a GeoJSON FeatureCollection",
  empty: "holds no features",
  feature: "feature {number} is not a valid Feature",
  geometry: "feature {number} has no geometry",
  type: "feature {number}: {found} is not supported",
  coordinates: "feature {number}: coordinates are not a list",
  place: "feature {number}: invalid coordinates {found}",
  "not-pmtiles": "not a PMTiles file",
  version: "PMTiles version {found}, not 3",
  cut: "file incomplete: {size} of {needed} bytes",
  pictures: "holds raster images or elevations, not vector tiles",
  damaged: "file damaged: its tiles cannot be read",
  "no-layers": "holds none of the supported vector layers: {wanted}",
} as const;

export type RefusalCode = keyof typeof sentences;
export const refusalCodes = Object.keys(sentences) as [RefusalCode, ...RefusalCode[]];
export type RefusalValues = Readonly<Record<string, string | number>>;

/** Thrown while a file is read; the message is the sentence for the log. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly values: RefusalValues = {},
  ) {
    super(sentences[code].replace(/\{(\w+)\}/g, (_, slot: string) => String(values[slot] ?? "")));
  }
}
