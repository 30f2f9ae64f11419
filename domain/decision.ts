/** What a decision looks at, what it answers, and the helpers every slice answers with. */
import type { Account } from "./actor";
import type { Clock } from "./clock/clock";
import type { ClockMark } from "./clock/schema";
import type { Command } from "./commands";
import type { Drawing } from "./drawing/schema";
import type { Scope, Vector } from "./envelope";
import { type Denial, type DenialReason, deny } from "./errors";
import { type BodyOf, type EventType, parseBody } from "./events";
import type { IncidentEntity } from "./incident/schema";
import type { Message } from "./message/schema";
import type { Proposal } from "./proposal/schema";
import type { Request } from "./request/schema";
import type { Running } from "./running";
import type { Task } from "./task/schema";
import type { Unit } from "./unit/schema";
import type { ProvinceCode } from "./vocabulary";

/** What belongs to an incident and may still run when that ends. */
export type Belonging = {
  tasks: readonly Task[];
  requests: readonly Request[];
  proposals: readonly Proposal[];
};

/** What a decision may look at: the folded state of the actor's country, read by id. */
export interface DecisionView {
  incident(id: string): IncidentEntity | undefined;
  unit(id: string): Unit | undefined;
  task(id: string): Task | undefined;
  request(id: string): Request | undefined;
  message(id: string): Message | undefined;
  proposal(id: string): Proposal | undefined;
  drawing(id: string): Drawing | undefined;
  clockMark(id: string): ClockMark | undefined;
  /** A clock that runs now, by the subject of its alarm. */
  clock(id: string): Clock | undefined;
  /** What belongs to an incident. */
  belongingTo(incidentId: string): Belonging;
  /** Whether a subject was ever used, archived ones included. */
  subjectTaken(id: string): boolean;
  refTaken(ref: string): boolean;
  /** The country's vector: what the decision is based on. */
  vector: Vector;
}

/** All that is not state: who, when, ids and the province, handed in as data. */
export interface Meta {
  account: Account;
  /** ISO 8601 UTC. */
  at: string;
  /** UUIDv7s for the events to come: as many as `mostEvents` says of the command. */
  eventIds: readonly string[];
  /** Where the command's place lies, resolved beforehand. */
  resolved?: { province?: ProvinceCode; district?: string };
}

/** An event as decided: the append adds stream position, actor and hashes. */
export type DraftOf<Type extends EventType> = {
  id: string;
  scope: Scope;
  type: Type;
  subject: string;
  body: BodyOf<Type>;
};
export type Draft = { [Type in EventType]: DraftOf<Type> }[EventType];

export type Decision = { ok: true; drafts: Draft[] } | { ok: false; denial: Denial };

/** The command is turned down: nothing changes. `path` names the field at fault, such as `body.unitId`. */
export const refuse = (reason: DenialReason, path?: string, running?: readonly Running[]): Decision => ({
  ok: false,
  denial: { ...deny(reason, path), ...(running ? { running } : {}) },
});

/** How many events a command makes at most: some of its own, and two for each thing that ends with it. */
export function mostEvents({ body }: Pick<Command, "body">): number {
  return 4 + ("ends" in body && body.ends ? 2 * body.ends.length : 0);
}

/** The command is accepted: these events are appended together, in this order. */
export const accept = (...drafts: Draft[]): Decision => ({ ok: true, drafts });

/**
 * A draft as it may be appended: its body holds what its event's schema names and nothing else. Throws a ZodError
 * otherwise, which is a fault of the slice that decided it.
 */
export const parseDraft = (draft: Draft): Draft =>
  // The body is parsed by the schema of the draft's own type; the compiler cannot follow the pairing.
  ({ ...draft, body: parseBody(draft.type, draft.body) }) as Draft;

/** The id for the event at `index` of a decision. Throws when the caller handed in too few. */
export function eventIdAt(meta: Pick<Meta, "eventIds">, index = 0): string {
  const id = meta.eventIds[index];
  if (!id) throw new Error(`this decision needs ${index + 1} event ids, got ${meta.eventIds.length}`);
  return id;
}

export const scopeFor = (joint: boolean): Scope => (joint ? "joint" : "national");
