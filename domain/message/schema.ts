/** Messages between desks and centres: phrases with slots, read in the reader's own language; text if need be. */
import { z } from "zod";
import { instantSchema, subjectSchema } from "../envelope";
import { phraseSchema } from "../phrases";
import { taggedTextSchema } from "../text";
import { countrySchema } from "../vocabulary";

const mark = z.strictObject({ at: instantSchema, desk: z.string() });

export const messageSchema = z.strictObject({
  id: z.string(),
  incidentId: z.string().optional(),
  from: z.strictObject({ desk: z.string(), country: countrySchema }),
  at: instantSchema,
  phrase: phraseSchema.optional(),
  text: taggedTextSchema.optional(),
  /** Set when it never crosses: it belongs to an incident that has not been released. */
  unshared: z.literal(true).optional(),
  read: z.strictObject({ KH: mark.optional(), LA: mark.optional() }),
});
export type Message = z.infer<typeof messageSchema>;

const empty = z.strictObject({});
const content = {
  incidentId: subjectSchema.optional(),
  phrase: phraseSchema.optional(),
  text: taggedTextSchema.optional(),
  happenedAt: instantSchema.optional(),
};

export const messageCommands = {
  "message.post": z
    .strictObject(content)
    .refine((body) => (body.phrase === undefined) !== (body.text === undefined), {
      message: "phrase-or-text",
    }),
  "message.read": empty,
  "message.archive": empty,
} as const;

export const messageEvents = {
  "message.posted": z.strictObject(content),
  "message.read": empty,
  "message.archived": empty,
} as const;
