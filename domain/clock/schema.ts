/** What people did about a clock: acknowledged its alarm, paused it with a reason. The clock itself is derived. */
import { z } from "zod";
import { instantSchema } from "../envelope";
import { reasonSchema } from "../text";

const mark = z.strictObject({ at: instantSchema, desk: z.string() });

const partSchema = z.strictObject({
  acknowledged: mark.optional(),
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

const empty = z.strictObject({});
export const clockCommands = {
  "alarm.acknowledge": empty,
  "clock.pause": z.strictObject({ reason: reasonSchema }),
  "clock.resume": empty,
  "clock.archive": empty,
} as const;

export const clockEvents = {
  "alarm.acknowledged": empty,
  "clock.paused": z.strictObject({ reason: z.string() }),
  "clock.resumed": empty,
  "clock.archived": empty,
} as const;
