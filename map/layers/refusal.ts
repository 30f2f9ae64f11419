/**
 * Why a file of the operator's is left out: a code with its values for the screens, which say it in the reader's
 * language, and the same as a sentence for the log.
 */

const sentences = {
  name: "the name must be letters, digits, - or _, and end in .geojson or .pmtiles",
  "no-description": "{beside} is missing: it gives the title, the attribution and the style",
  "description-not-json": "{beside} is not JSON",
  description: "{beside}: {where} is missing or not as it should be",
  style: "style {style} does not go with {format}",
  "not-json": "the file is not JSON",
  large: "larger than 32 MB: make it a PMTiles file",
  "not-collection": "not a GeoJSON FeatureCollection",
  empty: "holds no features",
  feature: "feature {number} is no feature",
  geometry: "feature {number} has no geometry",
  type: "feature {number}: {found} is not drawn",
  coordinates: "feature {number}: coordinates are not a list",
  place: "feature {number}: {found} is no longitude and latitude",
  "not-pmtiles": "not a PMTiles file",
  version: "PMTiles version {found}, not 3",
  cut: "the file is cut off: it holds {size} of {needed} bytes",
  pictures: "holds pictures or elevations, not vector tiles",
  damaged: "the file is damaged: its tiles cannot be read",
  "no-layers": "holds none of the vector layers that are drawn: {wanted}",
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
