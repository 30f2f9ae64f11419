/** Transfer: ownership of an incident passes by offer → accept → complete, three events (rule W10). */
import { z } from "zod";
import { emptyBody } from "../envelope";
import { endsSchema } from "../incident/schema";
import { reasonSchema } from "../text";

export const transferCommands = {
  "transfer.offer": z.strictObject({ reason: reasonSchema }),
  "transfer.accept": emptyBody,
  "transfer.decline": z.strictObject({ reason: reasonSchema }),
  "transfer.complete": z.strictObject({ ends: endsSchema }),
} as const;

export const transferEvents = {
  "transfer.offered": z.strictObject({ reason: z.string() }),
  "transfer.accepted": emptyBody,
  "transfer.declined": z.strictObject({ reason: z.string() }),
  "transfer.completed": emptyBody,
} as const;
