/**
 * Which event leaves which news: a total table over the event types, so that a new one is asked whether it comes back
 * to somebody. News of a joint event is the partner's; of an officer's event also that of the own desks.
 */
import { scopeOf } from "../envelope";
import type { EventOf, EventType, FullEvent } from "../events";
import { type IncidentEntity, isIncident } from "../incident/schema";
import type { What } from "../news";
import type { PhraseId } from "../phrases";

/** A row that depends on more than the type is given the event, and the incident before it where it writes one. */
type Row<Type extends EventType> =
  | What
  | null
  | ((event: EventOf<Type>, incident: IncidentEntity | undefined) => What | null);

/** Phrases that ask for help: they are heard like danger. */
const asksForHelp: ReadonlySet<PhraseId> = new Set(["medical-needed"]);

function said(body: { phrase?: { id: PhraseId } | undefined } | null, plain: What): What {
  return body?.phrase && asksForHelp.has(body.phrase.id) ? "help-needed" : plain;
}

/** A note that came with the report itself is part of the report. */
function noted(event: EventOf<"incident.noted">, incident: IncidentEntity | undefined): What | null {
  const withReport = isIncident(incident) && incident.reportedAt === event.at;
  return event.actor.role === "officer" && withReport ? null : said(event.body, "note");
}

/** An officer's change of what was released waits as national until a desk sends it. */
function revised(event: EventOf<"incident.revised">, incident: IncidentEntity | undefined): What | null {
  const waits = scopeOf(event.stream) === "national" && incident?.sharing === "released";
  return waits && event.actor.role === "officer" ? "revision-waits" : null;
}

const table: { readonly [Type in EventType]: Row<Type> } = {
  "incident.reported": null,
  "incident.revised": revised,
  "incident.located": null,
  "incident.taken": null,
  "incident.verified": null,
  "incident.closed": null,
  "incident.reopened": null,
  "incident.merged": null,
  "incident.linked": null,
  "incident.acknowledged": null,
  "incident.attended": null,
  "incident.assessed": null,
  "incident.noted": noted,
  "incident.archived": null,
  "incident.expired": null,
  "entry.struck": null,
  "protection.cleared": null,
  "release.requested": null,
  "release.approved": null,
  "release.refused": null,
  "release.reviewed": null,
  // What is new or restored is unread, which is more than unseen.
  "incident.released": null,
  "incident.restored": null,
  // A tombstone tells of its recall by itself.
  "release.recalled": null,
  "release.recall-acknowledged": null,
  "transfer.offered": "transfer-offered",
  "transfer.accepted": "transfer-accepted",
  "transfer.declined": "transfer-declined",
  "transfer.completed": "transfer-completed",
  "proposal.made": "proposal-made",
  "proposal.accepted": "proposal-accepted",
  "proposal.declined": "proposal-declined",
  "proposal.archived": null,
  "task.assigned": null,
  "task.acknowledged": null,
  "task.advanced": ({ body }) => (body?.to === "completed" ? "task-completed" : null),
  "task.declined": "task-declined",
  "task.cancelled": "task-cancelled",
  "task.reassigned": null,
  "task.archived": null,
  "request.made": "request-made",
  "request.withdrawn": "request-withdrawn",
  "request.acknowledged": null,
  "request.accepted": "request-accepted",
  "request.declined": "request-declined",
  "request.countered": "request-countered",
  "request.counter-accepted": "counter-accepted",
  "request.counter-refused": "counter-refused",
  "request.confirmed": "handover-confirmed",
  "request.completed": "request-completed",
  "request.task-added": null,
  "request.archived": null,
  "unit.registered": null,
  "unit.status-changed": null,
  "duty.started": null,
  "duty.ended": null,
  "message.posted": ({ body }) => said(body, "message"),
  "message.read": null,
  "message.archived": null,
  "alarm.acknowledged": null,
  "clock.paused": null,
  "clock.resumed": null,
  "clock.archived": null,
  "drawing.put": null,
  "drawing.removed": null,
};

/** What an event brings to a centre; null when nothing, or nobody is to be told. */
export function newsWhat(event: FullEvent, incident: IncidentEntity | undefined): What | null {
  // A national step of an own desk is its centre's own doing, and no other country learns of it.
  if (scopeOf(event.stream) === "national" && event.actor.role !== "officer") return null;
  // Each row takes its own type's event; the compiler cannot follow the name to it.
  const row = table[event.type] as Row<EventType>;
  return typeof row === "function" ? row(event as EventOf<EventType>, incident) : row;
}
