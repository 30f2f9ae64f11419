/** Requests to the partner as the picture shows them (protocol). */
import { z } from "zod";
import { instantSchema } from "../envelope";
import { actionSchema, countrySchema, requestStatusSchema, urgencySchema } from "../vocabulary";

export const requestSchema = z.strictObject({
  id: z.string(),
  incidentId: z.string(),
  from: countrySchema,
  to: countrySchema,
  action: actionSchema,
  urgency: urgencySchema,
  status: requestStatusSchema,
  dueAt: instantSchema.optional(),
  taskIds: z.array(z.string()),
});
export type Request = z.infer<typeof requestSchema>;
