/** Messages between desks and centres: phrases with slots, read in the reader's own language; text if need be. */
import { z } from "zod";
import { emptyBody, instantSchema, subjectSchema } from "../envelope";
import { newsListSchema } from "../news";
import { phraseSchema } from "../phrases";
import { stampSchema } from "../stamp";
import { taggedTextSchema } from "../text";
import { countrySchema } from "../vocabulary";

export const messageSchema = z.strictObject({
  id: z.string(),
  incidentId: z.string().optional(),
  from: z.strictObject({ desk: z.string(), country: countrySchema }),
  at: instantSchema,
  phrase: phraseSchema.optional(),
  text: taggedTextSchema.optional(),
  /** Set when it never crosses: it belongs to an incident that has not been released. */
  unshared: z.literal(true).optional(),
  read: z.strictObject({ KH: stampSchema.optional(), LA: stampSchema.optional() }),
  news: newsListSchema,
});
export type Message = z.infer<typeof messageSchema>;

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
  "message.read": emptyBody,
  "message.archive": emptyBody,
} as const;

export const messageEvents = {
  "message.posted": z.strictObject(content),
  "message.read": emptyBody,
  "message.archived": emptyBody,
} as const;
