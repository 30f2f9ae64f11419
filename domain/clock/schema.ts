/** What people did about a deadline: acknowledged its alarm, paused it with a reason. The deadline itself is derived. */
import { z } from "zod";
import { emptyBody, instantSchema } from "../envelope";
import { stampSchema } from "../stamp";
import { reasonSchema } from "../text";

const partSchema = z.strictObject({
  acknowledged: stampSchema.optional(),
  /** Closed pauses, oldest first, and the open one if there is one. */
  pauses: z.array(
    z.strictObject({
      from: instantSchema,
      to: instantSchema.optional(),
      desk: z.string(),
      reason: z.string(),
    }),
  ),
});
export type ClockPart = z.infer<typeof partSchema>;

const partsSchema = z.strictObject({ KH: partSchema.optional(), LA: partSchema.optional() });

/** One country's part beside the other's: each writes only its own. What was done before a release stays apart. */
export const clockMarkSchema = z.strictObject({
  id: z.string(),
  parts: partsSchema,
  nationalParts: partsSchema.optional(),
});
export type ClockMark = z.infer<typeof clockMarkSchema>;

export const clockCommands = {
  "alarm.acknowledge": emptyBody,
  "clock.pause": z.strictObject({ reason: reasonSchema }),
  "clock.resume": emptyBody,
  "clock.archive": emptyBody,
} as const;

export const clockEvents = {
  "alarm.acknowledged": emptyBody,
  "clock.paused": z.strictObject({ reason: z.string() }),
  "clock.resumed": emptyBody,
  "clock.archived": emptyBody,
} as const;
