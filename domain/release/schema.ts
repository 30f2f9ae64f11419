/** Release to the partner and recall: the only way an incident crosses the border. */
import { z } from "zod";
import { emptyBody, streamSchema } from "../envelope";
import { recordSchema } from "../incident/schema";
import { reasonSchema } from "../text";
import { countrySchema } from "../vocabulary";

const reason = z.strictObject({ reason: z.string() });

export const releaseCommands = {
  "release.request": emptyBody,
  "release.approve": z.strictObject({ exactPlace: z.boolean().optional() }),
  "release.refuse": z.strictObject({ reason: reasonSchema }),
  "release.urgent": z.strictObject({ reason: reasonSchema }),
  "release.review": emptyBody,
  "release.recall": z.strictObject({ reason: reasonSchema }),
  "release.acknowledge-recall": emptyBody,
} as const;

export const releaseEvents = {
  /** The version asked for: the last event of this incident when the request was made. */
  "release.requested": z.strictObject({
    version: z.strictObject({ stream: streamSchema, seq: z.number().int().min(1) }),
  }),
  "release.approved": z.strictObject({
    exactPlace: z.literal(true).optional(),
    urgent: z.literal(true).optional(),
    reason: z.string().optional(),
  }),
  "release.refused": reason,
  "release.reviewed": emptyBody,
  "incident.released": z.strictObject({ record: recordSchema, urgent: z.literal(true).optional() }),
  /** Enough to build the tombstone where the earlier bodies are withheld. */
  "release.recalled": z.strictObject({
    reason: z.string(),
    ref: z.string(),
    owner: countrySchema,
    originator: countrySchema,
  }),
  /** National: the originator's own copy of what it took back. */
  "incident.restored": z.strictObject({ record: recordSchema }),
  "release.recall-acknowledged": emptyBody,
} as const;
