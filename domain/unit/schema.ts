/** Units: patrols, boats, posts. National, except what an agreed joint task shows of one. */
import { z } from "zod";
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
});
export type Unit = z.infer<typeof unitSchema>;

export const unitCommands = {
  "unit.register": z.strictObject({
    callsign: plainText(20),
    kind: unitKindSchema,
    base: placeInputSchema.optional(),
  }),
  "unit.status": z.strictObject({ status: z.enum(["available", "busy", "out_of_service"]) }),
} as const;

export const unitEvents = {
  "unit.registered": unitCommands["unit.register"],
  "unit.status-changed": unitCommands["unit.status"],
} as const;
