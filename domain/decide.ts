/** The one door to every decision: authorise before existence is revealed, then let the slice decide. */
import type { Account } from "./actor";
import type { Clock } from "./clock/clocks";
import { decideClock } from "./clock/decide";
import type { ClockMark } from "./clock/schema";
import type { Command } from "./commands";
import { decideDrawing } from "./drawing/decide";
import type { Drawing } from "./drawing/schema";
import type { Scope, Vector } from "./envelope";
import type { BodyOf, EventType } from "./events";
import { decideIncident } from "./incident/decide";
import type { IncidentEntity } from "./incident/schema";
import { decideMessage } from "./message/decide";
import type { Message } from "./message/schema";
import { authorise } from "./permissions";
import { decideProposal } from "./proposal/decide";
import type { Proposal } from "./proposal/schema";
import type { Denial } from "./protocol/errors";
import { decideRelease } from "./release/decide";
import { decideRequest } from "./request/decide";
import type { Request } from "./request/schema";
import { decideTask } from "./task/decide";
import type { Task } from "./task/schema";
import { decideTransfer } from "./transfer/decide";
import { decideUnit } from "./unit/decide";
import type { Unit } from "./unit/schema";
import type { ProvinceCode } from "./vocabulary";

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
  /** UUIDv7s for the events to come; a decision makes at most four. */
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

/** Judges one command on the folded state. Pure: the same inputs give the same drafts. */
export function decide(view: DecisionView, command: Command, meta: Meta): Decision {
  const denial = authorise(view, command, meta.account);
  if (denial) return { ok: false, denial };
  return decideSlice(view, command, meta);
}

function decideSlice(view: DecisionView, command: Command, meta: Meta): Decision {
  switch (command.type) {
    case "release.request":
    case "release.approve":
    case "release.refuse":
    case "release.urgent":
    case "release.review":
    case "release.recall":
    case "release.acknowledge-recall":
      return decideRelease(view, command, meta);
    case "transfer.offer":
    case "transfer.accept":
    case "transfer.decline":
    case "transfer.complete":
      return decideTransfer(view, command, meta);
    case "proposal.make":
    case "proposal.accept":
    case "proposal.decline":
    case "proposal.archive":
      return decideProposal(view, command, meta);
    case "unit.register":
    case "unit.status":
    case "duty.start":
    case "duty.end":
      return decideUnit(view, command, meta);
    case "message.post":
    case "message.read":
    case "message.archive":
      return decideMessage(view, command, meta);
    case "drawing.put":
    case "drawing.remove":
      return decideDrawing(view, command, meta);
    case "alarm.acknowledge":
    case "clock.pause":
    case "clock.resume":
    case "clock.archive":
      return decideClock(view, command, meta);
    default:
      return decideResponse(view, command, meta);
  }
}

type Response = Exclude<
  Command,
  {
    type: `${"release" | "transfer" | "proposal" | "unit" | "duty" | "message" | "alarm" | "clock" | "drawing"}.${string}`;
  }
>;

function decideResponse(view: DecisionView, command: Response, meta: Meta): Decision {
  switch (command.type) {
    case "task.assign":
    case "task.acknowledge":
    case "task.advance":
    case "task.decline":
    case "task.cancel":
    case "task.reassign":
    case "task.archive":
      return decideTask(view, command, meta);
    case "request.make":
    case "request.withdraw":
    case "request.acknowledge":
    case "request.accept":
    case "request.decline":
    case "request.counter":
    case "request.accept-counter":
    case "request.refuse-counter":
    case "request.confirm":
    case "request.complete":
    case "request.archive":
      return decideRequest(view, command, meta);
    default:
      return decideIncident(view, command, meta);
  }
}
