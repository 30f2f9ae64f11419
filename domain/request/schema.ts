/** Requests to the partner. Each side writes only its own part; the state follows from the two. */
import { z } from "zod";
import { emptyBody, instantSchema, subjectSchema } from "../envelope";
import { newsListSchema } from "../news";
import { placeInputSchema, placeSchema } from "../place";
import { stampSchema } from "../stamp";
import { plainText, reasonSchema } from "../text";
import { actionSchema, countrySchema, requestStatusSchema, urgencySchema } from "../vocabulary";

const handoverOf = z.enum(["persons", "evidence", "vehicles"]);
const handoverInput = z.strictObject({
  of: handoverOf,
  place: placeInputSchema,
  at: instantSchema,
  receivingDesk: plainText(40),
});
const handoverSchema = z.strictObject({ ...handoverInput.shape, place: placeSchema });
/** As many as were counted at a handover. */
const countedSchema = z.number().int().min(1).max(10_000);
const offer = { action: actionSchema, dueAt: instantSchema.optional() };

/** One side's word that the handover took place, and how many it counted. */
const confirmedSchema = z.strictObject({ ...stampSchema.shape, count: countedSchema.optional() });

/** What the asking country has written. */
export const askedSchema = z.strictObject({
  state: z.enum(["open", "withdrawn", "counter-accepted", "counter-refused"]),
  at: instantSchema,
  desk: z.string(),
  reason: z.string().optional(),
  taskIds: z.array(z.string()),
  confirmed: confirmedSchema.optional(),
});
/** What the asked country has written. */
export const answeredSchema = z.strictObject({
  state: z.enum(["none", "accepted", "declined", "countered", "completed"]),
  at: instantSchema.optional(),
  desk: z.string().optional(),
  reason: z.string().optional(),
  result: z.string().optional(),
  counter: z.strictObject(offer).optional(),
  read: stampSchema.optional(),
  taskIds: z.array(z.string()),
  confirmed: confirmedSchema.optional(),
});

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
  made: stampSchema,
  handover: handoverSchema.optional(),
  /** When a handover is to take place; also where its place and desk are not shown. */
  appointmentAt: instantSchema.optional(),
  asked: askedSchema,
  answered: answeredSchema,
  news: newsListSchema,
});
export type Request = z.infer<typeof requestSchema>;

const reason = z.strictObject({ reason: reasonSchema, happenedAt: instantSchema.optional() });
const confirmation = z.strictObject({
  count: countedSchema.optional(),
  happenedAt: instantSchema.optional(),
});
const happened = z.strictObject({ happenedAt: instantSchema.optional() });

export const requestCommands = {
  "request.make": z.strictObject({
    incidentId: subjectSchema,
    action: actionSchema,
    urgency: urgencySchema,
    dueAt: instantSchema.optional(),
    handover: handoverInput.optional(),
    happenedAt: instantSchema.optional(),
  }),
  "request.withdraw": reason,
  "request.acknowledge": happened,
  "request.accept": z.strictObject({
    assign: z
      .strictObject({ taskId: subjectSchema, unitId: subjectSchema, dueAt: instantSchema.optional() })
      .optional(),
    happenedAt: instantSchema.optional(),
  }),
  "request.decline": reason,
  "request.counter": z.strictObject({ ...offer, happenedAt: instantSchema.optional() }),
  "request.accept-counter": happened,
  "request.refuse-counter": reason,
  "request.confirm": confirmation,
  "request.complete": z.strictObject({ result: reasonSchema, happenedAt: instantSchema.optional() }),
  "request.archive": emptyBody,
} as const;

const said = z.strictObject({ reason: z.string(), happenedAt: instantSchema.optional() });

export const requestEvents = {
  "request.made": z.strictObject({
    incidentId: z.string(),
    action: actionSchema,
    urgency: urgencySchema,
    dueAt: instantSchema.optional(),
    handover: handoverSchema.optional(),
    happenedAt: instantSchema.optional(),
  }),
  "request.withdrawn": said,
  "request.acknowledged": happened,
  "request.accepted": z.strictObject({ taskId: z.string().optional(), happenedAt: instantSchema.optional() }),
  "request.declined": said,
  "request.countered": z.strictObject({ ...offer, happenedAt: instantSchema.optional() }),
  "request.counter-accepted": happened,
  "request.counter-refused": said,
  "request.confirmed": confirmation,
  "request.completed": z.strictObject({ result: z.string(), happenedAt: instantSchema.optional() }),
  "request.task-added": z.strictObject({ taskId: z.string() }),
  "request.archived": emptyBody,
} as const;
