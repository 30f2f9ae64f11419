/** The subjects whose histories make up an incident's timeline: itself and all that belongs to it in the picture. */
import { alarmSubject, type ClockKind } from "@/domain/clock/clock";
import { isIncident } from "@/domain/incident/schema";
import type { Change } from "@/domain/picture";
import type { LiveStore } from "../store/store";

const incidentClocks: readonly ClockKind[] = [
  "partner-reads",
  "release-decision",
  "screening",
  "full-report",
  "urgent-review",
];
const requestClocks: readonly ClockKind[] = [
  "request-read",
  "request-answer",
  "task-due",
  "task-after-withdrawal",
  "stand-down",
];
const taskClocks: readonly ClockKind[] = ["task-due", "stand-down"];

/** The clocks of an incident that desks have acknowledged, paused or resumed, by the subject of their alarm. */
export function markedClocks(store: LiveStore, incidentId: string): Map<string, ClockKind> {
  const { requestsOfIncident, tasksOfIncident } = store.related;
  const incident = store.get("incidents", incidentId);
  const raise = isIncident(incident) ? incident.raised : undefined;
  const abouts: [string, readonly ClockKind[]][] = [
    [incidentId, incidentClocks],
    ...requestsOfIncident.of(incidentId).map(({ id }): [string, readonly ClockKind[]] => [id, requestClocks]),
    ...tasksOfIncident.of(incidentId).map(({ id }): [string, readonly ClockKind[]] => [id, taskClocks]),
  ];
  const marked = abouts
    .flatMap(([about, kinds]) => kinds.map((kind): [string, ClockKind] => [alarmSubject(kind, about), kind]))
    .concat(raise ? [[alarmSubject("partner-reads", incidentId, raise), "partner-reads"]] : [])
    .filter(([subject]) => store.get("clocks", subject) !== undefined);
  return new Map(marked);
}

/** The subjects of an incident's timeline: the incident first, then what belongs to it. */
export function subjectsOf(store: LiveStore, incidentId: string): string[] {
  const { requestsOfIncident, tasksOfIncident, proposalsOfIncident, messagesOfIncident } = store.related;
  const related = [
    ...requestsOfIncident.of(incidentId),
    ...tasksOfIncident.of(incidentId),
    ...proposalsOfIncident.of(incidentId),
    ...messagesOfIncident.of(incidentId),
  ];
  const clocks = store.picture.clocks.size > 0 ? [...markedClocks(store, incidentId).keys()] : [];
  return [incidentId, ...related.map(({ id }) => id), ...clocks];
}

/** Whether a change may add to an incident's subjects. */
export function mayAddSubjects(change: Change, incidentId: string): boolean {
  switch (change.collection) {
    case "requests":
    case "tasks":
    case "proposals":
    case "messages":
      return (change.after ?? change.before)?.incidentId === incidentId;
    case "clocks":
      return change.before === undefined;
    default:
      return false;
  }
}
