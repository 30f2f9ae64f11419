import type { StyleImageMetadata } from "maplibre-gl";

/** Device pixels per CSS pixel of every drawn image. */
export const ratio = 2;

export type Image = { data: ImageData; options?: Partial<StyleImageMetadata> };
