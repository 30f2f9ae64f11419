/** Every event of the log: one schema per type, and the union of them all. */
import { z } from "zod";
import { clockEvents } from "./clock/schema";
import { drawingEvents } from "./drawing/schema";
import { type Header, headerSchema, saltSchema } from "./envelope";
import { incidentEvents } from "./incident/schema";
import { messageEvents } from "./message/schema";
import { proposalEvents } from "./proposal/schema";
import { releaseEvents } from "./release/schema";
import { requestEvents } from "./request/schema";
import { taskEvents } from "./task/schema";
import { transferEvents } from "./transfer/schema";
import { unitEvents } from "./unit/schema";

export const eventBodies = {
  ...incidentEvents,
  ...releaseEvents,
  ...transferEvents,
  ...proposalEvents,
  ...taskEvents,
  ...requestEvents,
  ...unitEvents,
  ...messageEvents,
  ...clockEvents,
  ...drawingEvents,
} as const;
export type EventType = keyof typeof eventBodies;
export type BodyOf<Type extends EventType> = z.infer<(typeof eventBodies)[Type]>;

export const eventTypes = Object.keys(eventBodies).filter((type): type is EventType => type in eventBodies);
export const isEventType = (type: string): type is EventType => Object.hasOwn(eventBodies, type);

type HeaderOf<Type extends EventType> = Omit<Header, "type"> & { type: Type };

/**
 * An event as the log holds it. `body` is null when it was erased or is withheld; then `salt` is absent too,
 * and the chain verifies all the same.
 */
export type EventOf<Type extends EventType> = HeaderOf<Type> & { body: BodyOf<Type> | null; salt?: string };
type AnyOf<Type extends EventType> = { [Name in Type]: EventOf<Name> }[Type];
export type FullEvent = AnyOf<EventType>;

/** The events of each slice. */
export type TransferEvent = AnyOf<keyof typeof transferEvents>;
export type IncidentEvent = AnyOf<keyof typeof incidentEvents | keyof typeof releaseEvents> | TransferEvent;
export type ProposalEvent = AnyOf<keyof typeof proposalEvents>;
export type TaskEvent = AnyOf<keyof typeof taskEvents>;
export type RequestEvent = AnyOf<keyof typeof requestEvents>;
export type UnitEvent = AnyOf<keyof typeof unitEvents>;
export type MessageEvent = AnyOf<keyof typeof messageEvents>;
export type DrawingEvent = AnyOf<keyof typeof drawingEvents>;
export type ClockEvent = AnyOf<keyof typeof clockEvents>;

const envelopeOfEvent = z.strictObject({
  ...headerSchema.shape,
  salt: saltSchema.optional(),
  body: z.unknown(),
});

/** Parses one event from storage or the wire. Throws a ZodError on what is not an event of this version. */
export function parseEvent(input: unknown): FullEvent {
  const { body, ...header } = envelopeOfEvent.parse(input);
  if (!isEventType(header.type)) throw new TypeError(`unknown event type: ${header.type}`);
  const parsed = body === null ? null : eventBodies[header.type].parse(body);
  // The pairing of type and body is what the line above has just checked; the compiler cannot follow it.
  return { ...header, body: parsed } as FullEvent;
}

/** Which collection of the picture an event's subject stands in. */
const collectionByPrefix = {
  incident: "incidents",
  entry: "incidents",
  release: "incidents",
  protection: "incidents",
  transfer: "incidents",
  proposal: "proposals",
  task: "tasks",
  request: "requests",
  unit: "units",
  duty: "units",
  message: "messages",
  alarm: "clocks",
  clock: "clocks",
  drawing: "drawings",
} as const;
export type CollectionName = (typeof collectionByPrefix)[keyof typeof collectionByPrefix];

/** The collection an event type belongs to. Throws on a type that no slice owns. */
export function collectionOf(type: string): CollectionName {
  const prefix = type.slice(0, type.indexOf("."));
  const entry = Object.entries(collectionByPrefix).find(([name]) => name === prefix);
  if (!entry) throw new TypeError(`no slice owns ${type}`);
  return entry[1];
}
