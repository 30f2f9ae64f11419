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

/** The collections of the picture, in the order in which a snapshot names them. */
export const collections = [
  "incidents",
  "tasks",
  "requests",
  "units",
  "messages",
  "proposals",
  "clocks",
  "drawings",
] as const;
export type Collection = (typeof collections)[number];

/** The events of each collection: each writes the entity that its subject names. */
const eventsIn = {
  incidents: { ...incidentEvents, ...releaseEvents, ...transferEvents },
  tasks: taskEvents,
  requests: requestEvents,
  units: unitEvents,
  messages: messageEvents,
  proposals: proposalEvents,
  clocks: clockEvents,
  drawings: drawingEvents,
} as const satisfies Record<Collection, Record<string, z.ZodType>>;
type TypeIn<Name extends Collection> = { [In in Name]: keyof (typeof eventsIn)[In] }[Name];

/** Every event's body. The order counts in the fingerprint of the wire (protocol/version.test.ts). */
export const eventBodies = {
  ...eventsIn.incidents,
  ...eventsIn.proposals,
  ...eventsIn.tasks,
  ...eventsIn.requests,
  ...eventsIn.units,
  ...eventsIn.messages,
  ...eventsIn.clocks,
  ...eventsIn.drawings,
} as const satisfies Record<TypeIn<Collection>, z.ZodType>;
export type EventType = keyof typeof eventBodies;
export type BodyOf<Type extends EventType> = z.infer<(typeof eventBodies)[Type]>;

export const eventTypes = Object.keys(eventBodies).filter((type): type is EventType => type in eventBodies);
export const isEventType = (type: string): type is EventType => Object.hasOwn(eventBodies, type);

type HeaderOf<Type extends EventType> = Omit<Header, "type"> & { type: Type };

/**
 * An event as the log holds it. `body` is null when it was erased or is withheld; then `salt` is absent too,
 * and the chain verifies all the same. `discarded`: a partner's event that a person had admitted without its body;
 * every fold passes over it.
 */
export type EventOf<Type extends EventType> = HeaderOf<Type> & {
  body: BodyOf<Type> | null;
  salt?: string;
  discarded?: true;
};
type AnyOf<Type extends EventType> = { [Name in Type]: EventOf<Name> }[Type];
export type FullEvent = AnyOf<EventType>;

/** The events that write a collection. */
export type EventIn<Name extends Collection> = Extract<FullEvent, { type: TypeIn<Name> }>;
/** The events of one slice, by its table of bodies. */
export type EventAmong<Bodies> = AnyOf<keyof Bodies & EventType>;

const envelopeOfEvent = z.strictObject({
  ...headerSchema.shape,
  salt: saltSchema.optional(),
  discarded: z.literal(true).optional(),
  body: z.unknown(),
});

/** The body of an event of this type. Throws a ZodError on what its schema does not name. */
export function parseBody<Type extends EventType>(type: Type, body: unknown): BodyOf<Type> {
  // Each type's schema gives the body of that type; the compiler cannot follow the pairing.
  return eventBodies[type].parse(body) as BodyOf<Type>;
}

/** Parses one event from storage or the wire. Throws a ZodError on what is not an event of this version. */
export function parseEvent(input: unknown): FullEvent {
  const { body, ...header } = envelopeOfEvent.parse(input);
  // The type of a discarded event may be one that this version does not know: nothing is made of it.
  if (header.discarded) return { ...header, body: null } as FullEvent;
  if (!isEventType(header.type)) throw new TypeError(`unknown event type: ${header.type}`);
  const parsed = body === null ? null : parseBody(header.type, body);
  // The pairing of type and body is what the line above has just checked; the compiler cannot follow it.
  return { ...header, body: parsed } as FullEvent;
}

const collectionByType: ReadonlyMap<string, Collection> = new Map(
  collections.flatMap((name) =>
    Object.keys(eventsIn[name]).map((type): [string, Collection] => [type, name]),
  ),
);

/** The collection an event type writes. Throws on a type that no slice owns. */
export function collectionOf(type: string): Collection {
  const collection = collectionByType.get(type);
  if (!collection) throw new TypeError(`no slice owns ${type}`);
  return collection;
}

/** Whether an event writes this collection. */
export const isEventIn = <Name extends Collection>(name: Name, event: FullEvent): event is EventIn<Name> =>
  collectionByType.get(event.type) === name;
