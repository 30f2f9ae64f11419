/** Tasks as the picture shows them (protocol). Their commands come with the coordination of responses. */
import { z } from "zod";
import { instantSchema } from "../envelope";
import { actionSchema, countrySchema, taskStatusSchema, unitKindSchema } from "../vocabulary";

export const taskSchema = z.strictObject({
  id: z.string(),
  incidentId: z.string(),
  unitId: z.string(),
  unit: z.strictObject({ callsign: z.string(), kind: unitKindSchema }),
  country: countrySchema,
  action: actionSchema,
  status: taskStatusSchema,
  times: z.strictObject({
    assigned: instantSchema,
    acknowledged: instantSchema.optional(),
    en_route: instantSchema.optional(),
    on_scene: instantSchema.optional(),
    completed: instantSchema.optional(),
  }),
  dueAt: instantSchema.optional(),
  requestId: z.string().optional(),
});
export type Task = z.infer<typeof taskSchema>;
