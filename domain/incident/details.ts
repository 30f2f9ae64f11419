/** What is said of an incident: the fields of a report, and what of them a revision or a proposal may change. */
import { z } from "zod";
import { instantSchema } from "../envelope";
import { placeInputSchema, placeSchema } from "../place";
import { plainText, taggedTextSchema } from "../text";
import {
  actionSchema,
  ageBandSchema,
  detailCodes,
  drugUnitSchema,
  gradingSchema,
  handlingSchema,
  impactSchema,
  kindSchema,
  personRoleSchema,
  sexSchema,
  substanceSchema,
} from "../vocabulary";

const count = z.number().int().min(1).max(1_000_000);

/** Coded details: counts, never persons (safeguard S2). */
export const details = {
  ...z.object(detailCodes).partial().shape,
  people: z
    .array(
      z.strictObject({
        role: personRoleSchema.default("unknown"),
        sex: sexSchema.default("unknown"),
        ageBand: ageBandSchema.default("unknown"),
        count,
      }),
    )
    .max(24)
    .optional(),
  drugs: z
    .array(
      z.strictObject({
        substance: substanceSchema,
        quantity: z.number().positive().max(1e9).optional(),
        unit: drugUnitSchema.optional(),
        /** Pieces, such as pills: one seizure at the crossing held 1 034 413 (docs/domain.md §3). */
        count: z.number().int().min(1).max(1e9).optional(),
        packaging: plainText(60).optional(),
        concealment: plainText(60).optional(),
      }),
    )
    .max(12)
    .optional(),
  vehicles: z
    .array(z.strictObject({ kind: plainText(40), colour: plainText(30).optional(), count }))
    .max(12)
    .optional(),
  response: z
    .array(z.strictObject({ action: actionSchema, state: z.enum(["done", "planned"]) }))
    .max(14)
    .optional(),
};

const changeable = {
  kind: kindSchema,
  impact: impactSchema,
  place: placeInputSchema,
  occurredAt: instantSchema,
  grading: gradingSchema,
  handling: handlingSchema,
  dangerToLife: z.boolean(),
};

/** What `incident.report` takes. */
export const reportSchema = z.strictObject({
  ...changeable,
  ...details,
  grading: gradingSchema.optional(),
  handling: handlingSchema.optional(),
  dangerToLife: z.boolean().optional(),
  protection: z.boolean().optional(),
  /** What an import brings of long ago: it calls nobody until somebody raises it. Never with danger to life. */
  historical: z.literal(true).optional(),
  note: taggedTextSchema.optional(),
});
export type Report = z.infer<typeof reportSchema>;

/** What `incident.revise` may change; a protection flag can be raised here and only cleared by its officer. */
export const changesSchema = z
  .strictObject({ ...changeable, ...details, protection: z.literal(true) })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, { message: "empty" });
export type Changes = z.infer<typeof changesSchema>;

/** The same with the place looked up. */
export const resolvedDetails = { ...changeable, ...details, place: placeSchema };
export const resolvedChangesSchema = z
  .strictObject({ ...resolvedDetails, protection: z.literal(true) })
  .partial();
export type ResolvedChanges = z.infer<typeof resolvedChangesSchema>;

/** What the other side may propose: a protection flag is national and never stands in a joint event. */
export const proposableSchema = z
  .strictObject({ ...changeable, ...details })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, { message: "empty" });
export const resolvedProposableSchema = z.strictObject(resolvedDetails).partial();
