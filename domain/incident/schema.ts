/** The incident: what the picture holds of it, and the bodies of its commands and events. */
import { z } from "zod";
import { emptyBody, instantSchema, streamSchema, subjectSchema, vectorSchema } from "../envelope";
import { attentionSchema, newsListSchema, whatSchema } from "../news";
import { phraseSchema } from "../phrases";
import { placeSchema } from "../place";
import { mostEnds } from "../running";
import { stampSchema } from "../stamp";
import { reasonSchema, taggedTextSchema } from "../text";
import {
  countrySchema,
  gradingSchema,
  handlingSchema,
  impactSchema,
  incidentStatusSchema,
  kindSchema,
  outcomeSchema,
  sharingSchema,
} from "../vocabulary";
import { changesSchema, details, reportSchema, resolvedChangesSchema, resolvedDetails } from "./details";

const contentOf = { phrase: phraseSchema.optional(), text: taggedTextSchema.optional() };

export const noteSchema = z.strictObject({
  /** The id of the event that wrote it; notes stand in the order of their ids. */
  id: z.string(),
  at: instantSchema,
  desk: z.string(),
  country: countrySchema,
  by: z.string(),
  ...contentOf,
  struck: z.strictObject({ at: instantSchema, desk: z.string(), reason: z.string() }).optional(),
});
export type Note = z.infer<typeof noteSchema>;

const position = z.strictObject({ stream: streamSchema, seq: z.number().int().min(1) });

/** The event that last made it graver or reopened it: where it stands, and when it was. */
const raiseSchema = z.strictObject({ ...position.shape, at: instantSchema });
export type Raise = z.infer<typeof raiseSchema>;

/** What only the country itself sees of an incident, its own or the partner's (rule A3). */
export const nationalSchema = z.strictObject({
  /** Pseudonym of the account that reported it. */
  reporter: z.string().optional(),
  /** Pseudonyms of all authors: reporter, revisers, requester. None of them may release (safeguard S4). */
  authors: z.array(z.string()),
  notes: z.array(noteSchema),
  /** The exact place, where the joint record shows a coarse one. */
  place: placeSchema.optional(),
  protection: z.enum(["raised", "cleared"]).optional(),
  request: z
    .strictObject({ by: z.string(), desk: z.string(), at: instantSchema, version: position })
    .optional(),
  refused: z.strictObject({ at: instantSchema, desk: z.string(), reason: z.string() }).optional(),
  approved: z
    .strictObject({
      by: z.string(),
      desk: z.string(),
      at: instantSchema,
      exactPlace: z.literal(true).optional(),
      urgent: z.strictObject({ reason: z.string(), reviewed: stampSchema.optional() }).optional(),
    })
    .optional(),
  /** Revisions that wait to be sent to the partner: an officer's, or all after a protection flag. */
  pending: resolvedChangesSchema.optional(),
  /** Which event last changed a field: how a stale edit is told from a fresh one. */
  versions: z.record(z.string(), position),
  /** On the wire only: the status by all live tasks, where the joint one counts shared tasks. */
  status: incidentStatusSchema.optional(),
  /** On the wire only: what the own centre has not had on screen, the gravest first. */
  unseen: z.array(z.strictObject({ what: whatSchema, at: instantSchema })).optional(),
});
export type National = z.infer<typeof nationalSchema>;

const perCountry = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({ KH: schema.optional(), LA: schema.optional() });

const identity = {
  id: z.string(),
  ref: z.string(),
  owner: countrySchema,
  originator: countrySchema.optional(),
  sharing: sharingSchema,
};

/** The record: every field that may cross the border once released. */
export const recordSchema = z.strictObject({
  ...identity,
  kind: kindSchema,
  impact: impactSchema,
  status: incidentStatusSchema,
  holder: z.strictObject({ desk: z.string(), since: instantSchema }).optional(),
  place: placeSchema,
  occurredAt: instantSchema,
  reportedAt: instantSchema,
  acknowledged: perCountry(stampSchema),
  grading: gradingSchema,
  handling: handlingSchema,
  dangerToLife: z.literal(true).optional(),
  /** Imported from long ago: calls nobody and is only to be verified, until somebody raises it (rule K15). */
  historical: z.literal(true).optional(),
  ...details,
  assessments: perCountry(
    z.strictObject({ grading: gradingSchema, at: instantSchema, desk: z.string() }),
  ).optional(),
  verifiedAt: instantSchema.optional(),
  closed: z.strictObject({ at: instantSchema, outcome: outcomeSchema.optional() }).optional(),
  mergedInto: z.string().optional(),
  links: z.array(z.string()).optional(),
});
export type IncidentRecord = z.infer<typeof recordSchema>;

/** An offer of ownership that stands or was answered; gone when it is completed. */
const transferSchema = z.strictObject({
  offered: z.strictObject({ ...stampSchema.shape, reason: z.string(), seq: z.number().int() }),
  answered: z
    .strictObject({
      ...stampSchema.shape,
      state: z.enum(["accepted", "declined"]),
      reason: z.string().optional(),
    })
    .optional(),
});

const sequel = z.number().int().min(1).optional();

/** What only the own country's screens hold, walls included; a recall and a release leave it. */
const ownScreens = {
  attention: attentionSchema.optional(),
  /** On the wire to own walls only: how much the own centre has not had on screen, and the gravest of it. */
  unseen: z.number().int().min(1).optional(),
  why: whatSchema.optional(),
};

export const incidentSchema = z.strictObject({
  ...recordSchema.shape,
  /** Joint notes of both sides. */
  notes: z.array(noteSchema).optional(),
  /** When and by which desk it was released, and where in the originator's joint stream. */
  release: z
    .strictObject({ at: instantSchema, desk: z.string(), urgent: z.literal(true).optional(), seq: sequel })
    .optional(),
  recalled: z
    .strictObject({ at: instantSchema, desk: z.string(), seq: sequel, acknowledged: stampSchema.optional() })
    .optional(),
  /** Set since it was released: whoever read it before must read it again. */
  raised: raiseSchema.optional(),
  /** An offer to hand ownership over, until it is completed. */
  transfer: transferSchema.optional(),
  /** What joint events have brought to either centre. */
  news: newsListSchema,
  national: nationalSchema.optional(),
  ...ownScreens,
});
export type Incident = z.infer<typeof incidentSchema>;

/** What a recalled incident leaves with the partner: nothing but that it was there. */
export const tombstoneSchema = z.strictObject({
  ...identity,
  sharing: z.literal("recalled"),
  recalled: z.strictObject({
    at: instantSchema,
    desk: z.string(),
    seq: sequel,
    acknowledged: stampSchema.optional(),
  }),
  national: nationalSchema.optional(),
  ...ownScreens,
});
export type Tombstone = z.infer<typeof tombstoneSchema>;
export type IncidentEntity = Incident | Tombstone;
export const incidentEntitySchema = z.union([incidentSchema, tombstoneSchema]);

/** Tells a full record from what a recall left behind. */
export function isIncident(entity: IncidentEntity | undefined): entity is Incident {
  return entity !== undefined && "kind" in entity;
}

export const audienceOptionSchema = z.enum(["national", "joint"]);
const noteBody = z
  .strictObject({
    ...contentOf,
    audience: audienceOptionSchema.optional(),
    happenedAt: instantSchema.optional(),
  })
  .refine((body) => (body.phrase === undefined) !== (body.text === undefined), { message: "phrase-or-text" });

/** What runs on an incident and is to be ended with it. */
export const endsSchema = z.array(subjectSchema).max(mostEnds).optional();

export const incidentCommands = {
  "incident.report": reportSchema,
  "incident.revise": z.strictObject({ changes: changesSchema }),
  "incident.take": emptyBody,
  "incident.verify": emptyBody,
  "incident.close": z.strictObject({ outcome: outcomeSchema, ends: endsSchema }),
  "incident.reopen": z.strictObject({ reason: reasonSchema }),
  "incident.merge": z.strictObject({ into: subjectSchema, ends: endsSchema }),
  "incident.link": z.strictObject({ to: subjectSchema }),
  "incident.acknowledge": emptyBody,
  "incident.attend": z.strictObject({ through: vectorSchema }),
  "incident.assess": z.strictObject({ grading: gradingSchema }),
  "incident.note": noteBody,
  "incident.archive": emptyBody,
  "incident.expire": emptyBody,
  "entry.strike": z.strictObject({ entryId: z.string().max(60), reason: reasonSchema }),
  "protection.clear": z.strictObject({ reason: reasonSchema }),
} as const;

export const incidentEvents = {
  "incident.reported": z.strictObject({
    ...resolvedDetails,
    ref: z.string(),
    dangerToLife: z.literal(true).optional(),
    protection: z.literal(true).optional(),
    historical: z.literal(true).optional(),
  }),
  "incident.revised": z.strictObject({ changes: resolvedChangesSchema }),
  /** National: the exact place behind a coarse one that the joint record shows. */
  "incident.located": z.strictObject({ place: placeSchema }),
  "incident.taken": emptyBody,
  "incident.verified": emptyBody,
  "incident.closed": z.strictObject({ outcome: outcomeSchema }),
  "incident.reopened": z.strictObject({ reason: z.string() }),
  "incident.merged": z.strictObject({ into: z.string() }),
  "incident.linked": z.strictObject({ to: z.string() }),
  "incident.acknowledged": emptyBody,
  /** National: an own desk has had what came back on screen, up to here. */
  "incident.attended": z.strictObject({ through: vectorSchema }),
  "incident.assessed": z.strictObject({ grading: gradingSchema }),
  "incident.noted": z.strictObject({ ...contentOf, happenedAt: instantSchema.optional() }),
  "incident.archived": emptyBody,
  "incident.expired": emptyBody,
  "entry.struck": z.strictObject({ entryId: z.string(), reason: z.string() }),
  "protection.cleared": z.strictObject({ reason: z.string() }),
} as const;
