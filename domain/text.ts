/** Free text: allowed, tagged with its language, never needed for an urgent act. */
import { z } from "zod";
import { languageSchema } from "./vocabulary";

/** PostgreSQL can hold neither NUL nor a lone surrogate; one such text would fail a whole batch. */
export function isStorableText(text: string): boolean {
  if (text.includes("\0")) return false;
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
}

/** What shows nothing: spaces, controls, what Unicode lets a font ignore (zero-width, bidi marks, fillers), Braille's blank. */
const showsNothing = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Variation selectors and tags belong to the sign before them, so at the edges they stay. */
const edge =
  "[\\s\\p{Cc}\\u00AD\\u034F\\u061C\\u115F\\u1160\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u2800\\u3164\\uFEFF\\uFFA0]+";
const edges = new RegExp(`^${edge}|${edge}$`, "gu");

/** Whether a reader would see anything of a text. */
export const isVisibleText = (text: string): boolean => !showsNothing.test(text);

/** A text without what shows nothing at its edges; within Khmer and Lao text zero-width spaces part the words and stay. */
export const trimInvisible = (text: string): string => text.replace(edges, "");

/** Text of at most `max` UTF-16 units that shows something and that the database can hold, trimmed at its edges. */
export function plainText(max: number) {
  return z
    .string()
    .overwrite(trimInvisible)
    .min(1)
    .max(max)
    .refine((text) => isStorableText(text) && isVisibleText(text), { message: "text" });
}

export const reasonSchema = plainText(500);
export const taggedTextSchema = z.strictObject({ text: plainText(2_000), lang: languageSchema });
export type TaggedText = z.infer<typeof taggedTextSchema>;
