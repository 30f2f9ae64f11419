/** Every event of the log: one schema per type, and the union of them all. */
import { z } from "zod";
import { type Header, headerSchema, saltSchema } from "./envelope";
import { incidentEvents } from "./incident/schema";
import { releaseEvents } from "./release/schema";
import { unitEvents } from "./unit/schema";

export const eventBodies = { ...incidentEvents, ...releaseEvents, ...unitEvents } as const;
export type EventType = keyof typeof eventBodies;
export type BodyOf<Type extends EventType> = z.infer<(typeof eventBodies)[Type]>;

/** Which slice folds an event. */
export type IncidentEventType = keyof typeof incidentEvents | keyof typeof releaseEvents;
export type UnitEventType = keyof typeof unitEvents;

export const eventTypes = Object.keys(eventBodies).filter((type): type is EventType => type in eventBodies);
export const isEventType = (type: string): type is EventType => type in eventBodies;

type HeaderOf<Type extends EventType> = Omit<Header, "type"> & { type: Type };

/**
 * An event as the log holds it. `body` is null when it was erased or is withheld; then `salt` is absent too,
 * and the chain verifies all the same.
 */
export type EventOf<Type extends EventType> = HeaderOf<Type> & { body: BodyOf<Type> | null; salt?: string };
export type FullEvent = { [Type in EventType]: EventOf<Type> }[EventType];
export type IncidentEvent = { [Type in IncidentEventType]: EventOf<Type> }[IncidentEventType];
export type UnitEvent = { [Type in UnitEventType]: EventOf<Type> }[UnitEventType];

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

/** Tells the incident slice's events from the unit slice's. */
export function isUnitEvent(event: FullEvent): event is UnitEvent {
  return event.type in unitEvents;
}
