/** Free text: allowed, tagged with its language, never needed for an urgent act. */
import { z } from "zod";
import { languageSchema } from "./vocabulary";

/** PostgreSQL can hold neither NUL nor a lone surrogate; one such text would fail a whole batch. */
export function isStorableText(text: string): boolean {
  if (text.includes("\0")) return false;
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
}

/** Text of at most `max` UTF-16 units, not blank, that the database can hold. */
export function plainText(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .refine((text) => isStorableText(text) && text.trim().length > 0, { message: "text" });
}

export const reasonSchema = plainText(500);
export const taggedTextSchema = z.strictObject({ text: plainText(2_000), lang: languageSchema });
export type TaggedText = z.infer<typeof taggedTextSchema>;
