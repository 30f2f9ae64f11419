/** Who may write each joint event, and about what: a total table over the joint event types. */
import { makerOf } from "../envelope";
import type { BodyOf, EventType } from "../events";
import { type Country, partnerOf } from "../vocabulary";
import type { Standing } from "./history";

/** Event types that only ever stand in a national stream: one in a joint stream is refused. */
export const nationalTypes = [
  "incident.reported",
  "incident.located",
  "incident.attended",
  "incident.restored",
  "protection.cleared",
  "release.requested",
  "release.approved",
  "release.refused",
  "release.reviewed",
  "unit.registered",
  "unit.status-changed",
  "duty.started",
  "duty.ended",
] as const satisfies readonly EventType[];
export type JointType = Exclude<EventType, (typeof nationalTypes)[number]>;

const national: ReadonlySet<string> = new Set(nationalTypes);
export const isJointType = (type: EventType): type is JointType => !national.has(type);

/** Why a partner's event is not taken in. Names of sentences; stable, for machines. */
export type Fault =
  | "national-type"
  | "foreign-subject"
  | "not-its-part"
  | "not-the-owner"
  | "not-the-originator"
  | "unknown-subject"
  | "not-shared"
  | "foreign-unit"
  | "foreign-reference"
  | "subject-exists"
  | "not-accepted";

/** What the table judges with. All of it is as the writer knew it, never as it stands here now. */
export type Question = {
  writer: Country;
  subject: string;
  /** Null when it was erased or discarded: then only the header is judged. */
  body: unknown;
  /** How an incident stood with the writer. */
  incident: (subject: string) => Standing;
  /** Whether the writer knew of this thing. */
  exists: (subject: string) => boolean;
  /** Whether the writer's own stream holds a note of this id about the subject. */
  wroteNote: (id: string) => boolean;
  /** The incident that a proposal is about; undefined when it is not known or its body was erased. */
  proposedFor: (proposal: string) => string | undefined;
};

type Check<Type extends JointType> = (question: Question, body: BodyOf<Type> | null) => Fault | null;

const first = (...faults: (Fault | null)[]): Fault | null => faults.find((fault) => fault !== null) ?? null;

const shared = ({ incident }: Question, subject: string): Fault | null =>
  incident(subject).sharing === "unknown" ? "not-shared" : null;

const owns = (question: Question, subject: string = question.subject): Fault | null =>
  first(
    shared(question, subject),
    question.incident(subject).owner === question.writer ? null : "not-the-owner",
  );

const doesNotOwn = (question: Question): Fault | null =>
  first(
    shared(question, question.subject),
    question.incident(question.subject).owner === question.writer ? "not-its-part" : null,
  );

const made = ({ writer, subject }: Question): Fault | null =>
  makerOf(subject) === writer ? null : "foreign-subject";

const known = ({ exists, subject }: Question): Fault | null => (exists(subject) ? null : "unknown-subject");

/** A new thing of the writer's own, under a subject that was never used before. */
const creates = (question: Question): Fault | null =>
  first(made(question), question.exists(question.subject) ? "subject-exists" : null);

/** A step on a thing that the writer made. */
const ownThing = (question: Question): Fault | null => first(made(question), known(question));

/** A step on a request by the side it was made to. */
const asked = (question: Question): Fault | null =>
  first(made(question) === null ? "not-its-part" : null, known(question));

const about = (question: Question, incidentId: string | undefined): Fault | null =>
  incidentId === undefined ? null : shared(question, incidentId);

const ownReference = ({ writer }: Question, subject: string | undefined): Fault | null =>
  subject === undefined || makerOf(subject) === writer ? null : "foreign-reference";

const ownUnit = ({ writer }: Question, unitId: string): Fault | null =>
  makerOf(unitId) === writer ? null : "foreign-unit";

/** Core fields are the owner's; the handling code stays with the originator, even after a transfer. */
const revises: Check<"incident.revised"> = (question, body) => {
  const fault = shared(question, question.subject);
  if (fault) return fault;
  const fields = Object.keys(body?.changes ?? {});
  const isOriginator = makerOf(question.subject) === question.writer;
  if (fields.includes("handling") && !isOriginator) return "not-the-originator";
  const onlyHandling = fields.length > 0 && fields.every((field) => field === "handling");
  return onlyHandling && isOriginator ? null : owns(question);
};

/** Only the maker of an incident can be its first releaser, and only the originator releases it again. */
const releases: Check<"incident.released"> = (question, body) => {
  if (makerOf(question.subject) !== question.writer) return "foreign-subject";
  if (!body) return null;
  const { record } = body;
  const isOwn =
    record.id === question.subject &&
    record.owner === question.writer &&
    record.originator === question.writer &&
    record.ref.startsWith(`${question.writer}-`);
  const onlyOwnParts =
    record.acknowledged[partnerOf(question.writer)] === undefined &&
    record.assessments?.[partnerOf(question.writer)] === undefined;
  return first(isOwn ? null : "foreign-reference", onlyOwnParts ? null : "not-its-part");
};

const originates = ({ writer, subject }: Question): Fault | null =>
  makerOf(subject) === writer ? null : "not-the-originator";

const table: { [Type in JointType]: Check<Type> } = {
  "incident.released": releases,
  "incident.revised": revises,
  "incident.taken": (question) => owns(question),
  "incident.verified": (question) => owns(question),
  "incident.closed": (question) => owns(question),
  "incident.reopened": (question) => owns(question),
  "incident.merged": (question, body) => first(owns(question), about(question, body?.into)),
  "incident.linked": (question, body) => first(owns(question), about(question, body?.to)),
  "incident.expired": (question) => owns(question),
  "incident.archived": (question) => owns(question),
  "incident.acknowledged": (question) => shared(question, question.subject),
  "incident.assessed": (question) => shared(question, question.subject),
  "incident.noted": (question) => shared(question, question.subject),
  "entry.struck": (question, body) =>
    first(
      shared(question, question.subject),
      !body || question.wroteNote(body.entryId) ? null : "not-its-part",
    ),
  "release.recalled": (question, body) =>
    first(
      originates(question),
      shared(question, question.subject),
      !body || body.originator === question.writer ? null : "not-the-originator",
      !body || body.owner === question.writer ? null : "not-the-owner",
      !body || body.ref.startsWith(`${question.writer}-`) ? null : "foreign-reference",
    ),
  "release.recall-acknowledged": (question) =>
    first(
      makerOf(question.subject) === question.writer ? "not-its-part" : null,
      shared(question, question.subject),
    ),
  "transfer.offered": (question) => owns(question),
  "transfer.accepted": doesNotOwn,
  "transfer.declined": doesNotOwn,
  "transfer.completed": (question) =>
    first(owns(question), question.incident(question.subject).transfer?.accepted ? null : "not-accepted"),
  "proposal.made": (question, body) =>
    first(
      creates(question),
      about(question, body?.incidentId),
      body && question.incident(body.incidentId).owner === question.writer ? "not-its-part" : null,
    ),
  "proposal.accepted": decides,
  "proposal.declined": decides,
  "proposal.archived": ownThing,
  "task.assigned": (question, body) =>
    first(
      creates(question),
      about(question, body?.incidentId),
      body ? ownUnit(question, body.unitId) : null,
      !body?.requestId || question.exists(body.requestId) ? null : "unknown-subject",
    ),
  "task.acknowledged": ownThing,
  "task.advanced": ownThing,
  "task.declined": ownThing,
  "task.cancelled": ownThing,
  "task.reassigned": (question, body) =>
    first(ownThing(question), body ? ownUnit(question, body.unitId) : null),
  "task.archived": ownThing,
  "request.made": (question, body) => first(creates(question), about(question, body?.incidentId)),
  "request.withdrawn": ownThing,
  "request.counter-accepted": ownThing,
  "request.counter-refused": ownThing,
  "request.archived": ownThing,
  "request.acknowledged": asked,
  "request.accepted": (question, body) => first(asked(question), ownReference(question, body?.taskId)),
  "request.declined": asked,
  "request.countered": asked,
  "request.completed": asked,
  "request.confirmed": known,
  "request.task-added": (question, body) => first(known(question), ownReference(question, body?.taskId)),
  "message.posted": (question, body) => first(creates(question), about(question, body?.incidentId)),
  "message.read": known,
  "message.archived": known,
  // A clock's subject is derived by both nodes alike; each country writes only its own part of the marks on it.
  "alarm.acknowledged": () => null,
  "clock.paused": () => null,
  "clock.resumed": () => null,
  "clock.archived": () => null,
  // Putting an own drawing again replaces it.
  "drawing.put": (question, body) => first(made(question), about(question, body?.incidentId)),
  "drawing.removed": ownThing,
};

/** A proposal is decided by whoever owns the incident it is about, and never by the one who made it. */
function decides(question: Question): Fault | null {
  const fault = first(known(question), made(question) === null ? "not-its-part" : null);
  if (fault) return fault;
  const incidentId = question.proposedFor(question.subject);
  return incidentId === undefined ? null : owns(question, incidentId);
}

/** Null when the writer may have written this event as it knew the world then; else why not. */
export function authorityFault(type: EventType, question: Question): Fault | null {
  if (!isJointType(type)) return "national-type";
  // The table pairs type and body; the body was parsed by that type's schema before.
  const check = table[type] as (question: Question, body: unknown) => Fault | null;
  return check(question, question.body);
}
