import type { FontFacesSpecification } from "@maplibre/maplibre-gl-style-spec";

/** The two weights of the labels; MapLibre shapes Khmer and Lao from these files itself. */
export const regular = "Noto Sans Regular";
export const semibold = "Noto Sans SemiBold";

const faces: readonly [file: string, ranges: string[]][] = [
  ["noto-sans-khmer-khmer", ["U+1780-17FF", "U+19E0-19FF", "U+200B-200D", "U+25CC"]],
  ["noto-sans-lao-lao", ["U+0E80-0EFF"]],
  ["noto-sans-latin", ["U+0000-00FF", "U+2000-200A", "U+200E-206F", "U+20AC", "U+2212"]],
  ["noto-sans-latin-ext", ["U+0100-024F", "U+1E00-1EFF"]],
];

/** The style's font faces, served from this origin. */
export function fontFaces(base: string): FontFacesSpecification {
  const weight = (value: number) =>
    faces.map(([file, ranges]) => ({
      url: `${base}/vendor/${file}-${value}-normal.woff2`,
      "unicode-range": ranges,
    }));
  return { [regular]: weight(400), [semibold]: weight(600) };
}
