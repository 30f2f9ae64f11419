/**
 * What follows from a decision in the same transaction (rule K14): who works on an incident before both sides has read
 * it, and the owner's desk that verifies it or sends a unit has it. Events of their own, never a derivation.
 */
import type { Command, CommandType } from "./commands";
import { type Decision, type DecisionView, type Draft, eventIdAt, type Meta } from "./decision";
import { draftReading, scopeOfIncident } from "./incident/decide";
import { isOpen } from "./incident/machine";
import { hadRaiseOnScreen } from "./incident/raise";
import { readAt } from "./incident/read";
import { type Incident, isIncident } from "./incident/schema";

/** Whose reading a command implies. A partner that declines has not said that it read the incident. */
const reads: Partial<Record<CommandType, "owner" | "either">> = {
  "incident.take": "owner",
  "incident.verify": "owner",
  "release.request": "owner",
  "release.approve": "owner",
  "release.urgent": "owner",
  "transfer.offer": "owner",
  "transfer.accept": "either",
  "transfer.complete": "owner",
  "proposal.accept": "owner",
  "proposal.decline": "owner",
  "task.assign": "either",
  "request.accept": "either",
  "request.accept-counter": "either",
  "request.confirm": "either",
  "request.counter": "owner",
  "request.refuse-counter": "owner",
  "request.decline": "owner",
};

/** Whether a command says that its desk has read the incident: then its `basis` says as how grave. */
export const countsAsReading = (type: CommandType): boolean =>
  type === "incident.acknowledge" || reads[type] !== undefined;

/** The decision with the taking and the reading that it implies. */
export function withImplied(view: DecisionView, command: Command, meta: Meta, decision: Decision): Decision {
  const whose = reads[command.type];
  if (!whose || !decision.ok) return decision;
  const incident = view.incident(incidentOf(view, command));
  if (!isIncident(incident) || !isOpen(incident)) return decision;
  const owns = incident.owner === meta.account.country;
  const taken = owns ? withTaking(incident, meta, decision.drafts) : decision.drafts;
  const isUnread = !readAt(incident, meta.account.country) && hadRaiseOnScreen(incident, command.basis);
  return {
    ok: true,
    drafts: isUnread && (owns || whose === "either") ? withReading(incident, meta, taken) : taken,
  };
}

/** The incident a command of the table above is about. */
function incidentOf(view: DecisionView, { type, subject, body }: Command): string {
  if ("incidentId" in body && typeof body.incidentId === "string") return body.incidentId;
  const thing = type.startsWith("proposal.") ? view.proposal(subject) : view.request(subject);
  return thing?.incidentId ?? subject;
}

/** Who verifies or sends a unit has it, if nobody has. */
function withTaking(incident: Incident, meta: Meta, drafts: Draft[]): Draft[] {
  const works = drafts.some(({ type }) => type === "incident.verified" || type === "task.assigned");
  if (!works || incident.holder || staysAtHome(incident, drafts)) return drafts;
  const id = nextId(meta, drafts);
  const scope = scopeOfIncident(incident);
  return [...drafts, { id, scope, type: "incident.taken", subject: incident.id, body: {} }];
}

function withReading(incident: Incident, meta: Meta, drafts: Draft[]): Draft[] {
  const isReleased = drafts.some(({ type }) => type === "incident.released");
  const standing: Incident = isReleased ? { ...incident, sharing: "released" } : incident;
  const reading = draftReading(standing, meta, nextId(meta, drafts));
  return reading.scope === "joint" && staysAtHome(incident, drafts) ? drafts : [...drafts, reading];
}

/** A national task on a released incident leaves no trace with the partner. */
const staysAtHome = ({ sharing }: Incident, drafts: readonly Draft[]): boolean =>
  sharing === "released" &&
  drafts.some(({ type, scope }) => type === "task.assigned" && scope === "national");

/** The first id after those that are used: what ends with a command may have left some out. */
const nextId = (meta: Meta, drafts: readonly Draft[]): string =>
  eventIdAt(meta, 1 + Math.max(...drafts.map(({ id }) => meta.eventIds.indexOf(id))));
