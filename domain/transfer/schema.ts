/** Transfer: ownership of an incident passes by offer → accept → complete, three events (rule W10). */
import { z } from "zod";
import { instantSchema } from "../envelope";
import { reasonSchema } from "../text";

const mark = z.strictObject({ at: instantSchema, desk: z.string() });

/** An offer that stands or was answered; gone when it is completed. */
export const transferSchema = z.strictObject({
  offered: z.strictObject({ ...mark.shape, reason: z.string(), seq: z.number().int() }),
  answered: z
    .strictObject({ ...mark.shape, state: z.enum(["accepted", "declined"]), reason: z.string().optional() })
    .optional(),
});

const empty = z.strictObject({});
export const transferCommands = {
  "transfer.offer": z.strictObject({ reason: reasonSchema }),
  "transfer.accept": empty,
  "transfer.decline": z.strictObject({ reason: reasonSchema }),
  "transfer.complete": empty,
} as const;

export const transferEvents = {
  "transfer.offered": z.strictObject({ reason: z.string() }),
  "transfer.accepted": empty,
  "transfer.declined": z.strictObject({ reason: z.string() }),
  "transfer.completed": empty,
} as const;
