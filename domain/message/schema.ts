/** Messages between desks and centres as the picture shows them (protocol). */
import { z } from "zod";
import { instantSchema } from "../envelope";
import { phraseSchema } from "../phrases";
import { taggedTextSchema } from "../text";
import { countrySchema } from "../vocabulary";

export const messageSchema = z.strictObject({
  id: z.string(),
  incidentId: z.string().optional(),
  from: z.strictObject({ desk: z.string(), country: countrySchema }),
  at: instantSchema,
  phrase: phraseSchema.optional(),
  text: taggedTextSchema.optional(),
});
export type Message = z.infer<typeof messageSchema>;
