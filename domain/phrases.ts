/**
 * The phrase book: what centres say most often, coded, so that each side reads it in its own language.
 * The words stand among the texts under `phrase.<id>`; here are only the ids and their slots.
 */
import { z } from "zod";
import { plainText } from "./text";

const number = z.number().int().min(0).max(100_000);
const time = z.iso.datetime();
const label = plainText(60);

/** Each phrase with the slots it needs. */
export const phraseSlots = {
  "patrol-sent": { callsign: label },
  "on-watch": { callsign: label },
  "arrives-at": { callsign: label, time },
  "nothing-found": {},
  "persons-safe": { count: number },
  "persons-screened": { count: number },
  "vehicle-stopped": { count: number },
  "vehicle-lost": {},
  "boat-seen": { count: number },
  "water-rising": { centimetres: number },
  "road-closed": { place: label },
  "medical-needed": { count: number },
  "call-us": {},
  "information-follows": { time },
  "no-further-information": {},
} as const satisfies Record<string, Record<string, z.ZodType>>;

export type PhraseId = keyof typeof phraseSlots;
export const phraseIds = Object.keys(phraseSlots).filter((id): id is PhraseId => id in phraseSlots);

const [first, ...rest] = phraseIds.map((id) =>
  z.strictObject({ id: z.literal(id), slots: z.strictObject(phraseSlots[id]) }),
);
if (!first) throw new Error("the phrase book is empty");
export const phraseSchema = z.discriminatedUnion("id", [first, ...rest]);
export type Phrase = z.infer<typeof phraseSchema>;
