/** Tasks: what a commander sends an own unit to do. National, or shared with the partner from the start. */
import { z } from "zod";
import { emptyBody, instantSchema, subjectSchema } from "../envelope";
import { newsListSchema } from "../news";
import { reasonSchema } from "../text";
import { actionSchema, countrySchema, taskStatusSchema, unitKindSchema } from "../vocabulary";

const unitLabel = z.strictObject({ callsign: z.string(), kind: unitKindSchema });

export const taskSchema = z.strictObject({
  id: z.string(),
  incidentId: z.string(),
  /** Opaque to the partner: it says nothing but that two tasks are the same unit's. */
  unitId: z.string(),
  unit: unitLabel,
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
  /** Set when both countries hold it; fixed when it is assigned (rule W8). */
  shared: z.literal(true).optional(),
  /** When it was declined, cancelled or completed, and what was said. */
  ended: z
    .strictObject({ at: instantSchema, reason: z.string().optional(), result: z.string().optional() })
    .optional(),
  news: newsListSchema,
});
export type Task = z.infer<typeof taskSchema>;

const happenedAt = instantSchema.optional();
const steps = z.enum(["en_route", "on_scene", "completed"]);

export const taskCommands = {
  "task.assign": z.strictObject({
    incidentId: subjectSchema,
    unitId: subjectSchema,
    action: actionSchema,
    dueAt: instantSchema.optional(),
    requestId: subjectSchema.optional(),
    shared: z.boolean().optional(),
    happenedAt,
  }),
  "task.acknowledge": z.strictObject({ happenedAt }),
  "task.advance": z.strictObject({ to: steps, result: reasonSchema.optional(), happenedAt }),
  "task.decline": z.strictObject({ reason: reasonSchema, happenedAt }),
  "task.cancel": z.strictObject({ reason: reasonSchema, happenedAt }),
  "task.reassign": z.strictObject({ unitId: subjectSchema, reason: reasonSchema, happenedAt }),
  "task.archive": emptyBody,
} as const;

export const taskEvents = {
  "task.assigned": z.strictObject({
    incidentId: z.string(),
    unitId: z.string(),
    unit: unitLabel,
    action: actionSchema,
    dueAt: instantSchema.optional(),
    requestId: z.string().optional(),
    happenedAt,
  }),
  "task.acknowledged": z.strictObject({ happenedAt }),
  "task.advanced": z.strictObject({ to: steps, result: z.string().optional(), happenedAt }),
  "task.declined": z.strictObject({ reason: z.string(), happenedAt }),
  "task.cancelled": z.strictObject({ reason: z.string(), happenedAt }),
  "task.reassigned": z.strictObject({ unitId: z.string(), unit: unitLabel, reason: z.string(), happenedAt }),
  "task.archived": emptyBody,
} as const;
