/** The picture: the fold of the events by one pure function that the server and every browser run. */
import { evolveClock } from "./clock/evolve";
import type { ClockMark } from "./clock/schema";
import { evolveDrawing } from "./drawing/evolve";
import type { Drawing } from "./drawing/schema";
import { compareLogOrder } from "./envelope";
import {
  type ClockEvent,
  type CollectionName,
  collectionOf,
  type DrawingEvent,
  type FullEvent,
  type IncidentEvent,
  type MessageEvent,
  type ProposalEvent,
  type RequestEvent,
  type TaskEvent,
  type UnitEvent,
} from "./events";
import { evolveIncident } from "./incident/evolve";
import type { IncidentEntity } from "./incident/schema";
import { evolveMessage } from "./message/evolve";
import type { Message } from "./message/schema";
import { evolveProposal } from "./proposal/evolve";
import type { Proposal } from "./proposal/schema";
import { isRedacted, type RedactedEvent, type WireEvent } from "./protocol/down";
import { evolveRequest } from "./request/evolve";
import type { Request } from "./request/schema";
import { evolveTask } from "./task/evolve";
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
  proposals: Proposal;
  clocks: ClockMark;
  drawings: Drawing;
}
export type Collection = CollectionName;
export const collections = [
  "incidents",
  "tasks",
  "requests",
  "units",
  "messages",
  "proposals",
  "clocks",
  "drawings",
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
    proposals: new Map(),
    clocks: new Map(),
    drawings: new Map(),
  };
}

/** Each slice's fold, by the collection its events belong to. */
const evolveIn: { [Name in Collection]: (picture: Picture, event: FullEvent) => Entities[Name] | undefined } =
  {
    // Which events belong to which collection is `collectionOf`'s rule; the compiler cannot follow it from a string.
    incidents: (picture, event) =>
      evolveIncident(picture.incidents.get(event.subject), event as IncidentEvent),
    tasks: (picture, event) => evolveTask(picture.tasks.get(event.subject), event as TaskEvent),
    requests: (picture, event) => evolveRequest(picture.requests.get(event.subject), event as RequestEvent),
    units: (picture, event) => evolveUnit(picture.units.get(event.subject), event as UnitEvent),
    messages: (picture, event) => evolveMessage(picture.messages.get(event.subject), event as MessageEvent),
    proposals: (picture, event) =>
      evolveProposal(picture.proposals.get(event.subject), event as ProposalEvent),
    drawings: (picture, event) => evolveDrawing(picture.drawings.get(event.subject), event as DrawingEvent),
    clocks: (picture, event) => evolveClock(picture.clocks.get(event.subject), event as ClockEvent),
  };

function evolveRedacted(picture: Picture, event: RedactedEvent): Change {
  const collection = collectionOf(event.type);
  const id = event.subject;
  const before = picture[collection].get(id);
  // A redacted event carries its entity whole; the collection follows from the type, which the compiler cannot see.
  return { collection, id, before, after: event.body.after ?? undefined } as Change;
}

export type Evolve = (picture: Picture, event: WireEvent) => Change;

/** What an event changes. Pure: reads the picture, changes nothing; total over erased bodies. */
export const evolve: Evolve = (picture, event) => {
  if (isRedacted(event)) return evolveRedacted(picture, event);
  const collection = collectionOf(event.type);
  const id = event.subject;
  return {
    collection,
    id,
    before: picture[collection].get(id),
    after: evolveIn[collection](picture, event),
  } as Change;
};

/** Carries a change out on the picture it was made for. */
export function applyChange(picture: Picture, change: Change): void {
  const collection: Map<string, Change["after"]> = picture[change.collection] as Map<string, Change["after"]>;
  if (change.after === undefined) collection.delete(change.id);
  else collection.set(change.id, change.after);
}

/** Events in the order of the log, for replay. */
export const inLogOrder = <E extends WireEvent>(events: readonly E[]): E[] =>
  [...events].sort(compareLogOrder);

/** The same entities in maps of their own: entities never change, maps do. */
export function copyPicture(picture: Picture): Picture {
  return {
    incidents: new Map(picture.incidents),
    tasks: new Map(picture.tasks),
    requests: new Map(picture.requests),
    units: new Map(picture.units),
    messages: new Map(picture.messages),
    proposals: new Map(picture.proposals),
    clocks: new Map(picture.clocks),
    drawings: new Map(picture.drawings),
  };
}
