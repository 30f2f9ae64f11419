/** The picture: the fold of the events by one pure function that the server and every browser run. */
import { compareLogOrder } from "./envelope";
import { type FullEvent, isUnitEvent } from "./events";
import { evolveIncident } from "./incident/evolve";
import type { IncidentEntity } from "./incident/schema";
import type { Message } from "./message/schema";
import { isRedacted, type RedactedEvent, type WireEvent, type WirePicture } from "./protocol/down";
import type { Request } from "./request/schema";
import type { Task } from "./task/schema";
import { evolveUnit } from "./unit/evolve";
import type { Unit } from "./unit/schema";

/** What is stored under an id, per collection. Entities are immutable: a change makes a new one. */
export interface Entities {
  incidents: IncidentEntity;
  tasks: Task;
  requests: Request;
  units: Unit;
  messages: Message;
}
export type Collection = keyof Entities;
export const collections = [
  "incidents",
  "tasks",
  "requests",
  "units",
  "messages",
] as const satisfies Collection[];

export type Picture = { [Name in Collection]: Map<string, Entities[Name]> };

/** One entity before and after an event; undefined means not in the picture. */
export type ChangeOf<Name extends Collection> = {
  collection: Name;
  id: string;
  before: Entities[Name] | undefined;
  after: Entities[Name] | undefined;
};
export type Change = { [Name in Collection]: ChangeOf<Name> }[Collection];

export function emptyPicture(): Picture {
  return {
    incidents: new Map(),
    tasks: new Map(),
    requests: new Map(),
    units: new Map(),
    messages: new Map(),
  };
}

const collectionByPrefix: Record<string, Collection> = {
  incident: "incidents",
  entry: "incidents",
  release: "incidents",
  protection: "incidents",
  unit: "units",
};

/** The collection an event's subject belongs to. Throws on a type that no slice owns. */
export function collectionOf(type: string): Collection {
  const collection = collectionByPrefix[type.slice(0, type.indexOf("."))];
  if (!collection) throw new TypeError(`no slice owns ${type}`);
  return collection;
}

function evolveFull(picture: Picture, event: FullEvent): Change {
  const id = event.subject;
  if (isUnitEvent(event)) {
    const before = picture.units.get(id);
    return { collection: "units", id, before, after: evolveUnit(before, event) };
  }
  const before = picture.incidents.get(id);
  return { collection: "incidents", id, before, after: evolveIncident(before, event) };
}

function evolveRedacted(picture: Picture, event: RedactedEvent): Change {
  const collection = collectionOf(event.type);
  const id = event.subject;
  const before = picture[collection].get(id);
  // A redacted event carries its entity whole; the collection follows from the type, which the compiler cannot see.
  return { collection, id, before, after: event.body.after ?? undefined } as Change;
}

export type Evolve = (picture: Picture, event: WireEvent) => Change;

/** What an event changes. Pure: reads the picture, changes nothing; total over erased bodies. */
export const evolve: Evolve = (picture, event) =>
  isRedacted(event) ? evolveRedacted(picture, event) : evolveFull(picture, event);

/** Carries a change out on the picture it was made for. */
export function applyChange(picture: Picture, change: Change): void {
  const collection: Map<string, Change["after"]> = picture[change.collection] as Map<string, Change["after"]>;
  if (change.after === undefined) collection.delete(change.id);
  else collection.set(change.id, change.after);
}

export function toWire(picture: Picture): WirePicture {
  return {
    incidents: [...picture.incidents.values()],
    tasks: [...picture.tasks.values()],
    requests: [...picture.requests.values()],
    units: [...picture.units.values()],
    messages: [...picture.messages.values()],
  };
}

export function fromWire(wire: WirePicture): Picture {
  const byId = <Entity extends { id: string }>(list: Entity[]) =>
    new Map(list.map((entity) => [entity.id, entity]));
  return {
    incidents: byId(wire.incidents),
    tasks: byId(wire.tasks),
    requests: byId(wire.requests),
    units: byId(wire.units),
    messages: byId(wire.messages),
  };
}

/** Events in the order of the log, for replay. */
export const inLogOrder = <E extends WireEvent>(events: readonly E[]): E[] =>
  [...events].sort(compareLogOrder);
