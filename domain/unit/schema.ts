/** Units: patrols, boats, posts. National, except what an agreed joint task shows of one. */
import { z } from "zod";
import { emptyBody, instantSchema } from "../envelope";
import { placeInputSchema } from "../place";
import { plainText } from "../text";
import { countrySchema, unitKindSchema, unitStatusSchema } from "../vocabulary";

export const unitSchema = z.strictObject({
  id: z.string(),
  country: countrySchema,
  callsign: z.string(),
  kind: unitKindSchema,
  status: unitStatusSchema,
  base: placeInputSchema.optional(),
  /** Since when its crew is on duty; alarms go only to those who are. */
  duty: z.strictObject({ since: instantSchema, desk: z.string() }).optional(),
  /** On the wire only: what was set by hand, where `status` follows from live tasks. */
  stated: unitStatusSchema.optional(),
});
export type Unit = z.infer<typeof unitSchema>;

export const unitCommands = {
  "unit.register": z.strictObject({
    callsign: plainText(20),
    kind: unitKindSchema,
    base: placeInputSchema.optional(),
  }),
  "unit.status": z.strictObject({ status: z.enum(["available", "busy", "out_of_service"]) }),
  "duty.start": emptyBody,
  "duty.end": emptyBody,
} as const;

export const unitEvents = {
  "unit.registered": unitCommands["unit.register"],
  "unit.status-changed": unitCommands["unit.status"],
  "duty.started": emptyBody,
  "duty.ended": emptyBody,
} as const;
