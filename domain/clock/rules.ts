/**
 * Which deadlines a thing starts, when and for whom: pure, one thing at a time, so that a change costs only its own.
 * Minutes come from the site of the side that must act.
 */
import { countryOf } from "../envelope";
import { tasksEndAt } from "../incident/ended";
import { isReadSoon } from "../incident/graver";
import { isOpen } from "../incident/machine";
import { type Incident, type IncidentEntity, isIncident } from "../incident/schema";
import { isFlagged } from "../incident/victims";
import type { Request } from "../request/schema";
import { isLiveTask } from "../task/machine";
import type { Task } from "../task/schema";
import { partnerOf } from "../vocabulary";
import type { ClockConfig, ClockConfigs } from "./config";
import { hasteOf, hastyAnswer, hastyRead } from "./haste";
import { type ClockRule, laterOf, minutesBetween } from "./rule";

/** What an incident starts; its tasks are asked for only where a deadline depends on them. */
export function incidentClockRules(
  incident: Incident,
  tasks: () => readonly Task[],
  configs: ClockConfigs,
): ClockRule[] {
  return [
    ...(isOpen(incident) ? partnerReads(incident, configs) : []),
    ...(isOpen(incident) ? ownersDeadlines(incident, tasks, configs[incident.owner]) : []),
  ];
}

function partnerReads(incident: Incident, configs: ClockConfigs): ClockRule[] {
  const { id, sharing, release, raised, acknowledged } = incident;
  if (incident.historical) return [];
  const writer = raised ? countryOf(raised.stream) : (incident.originator ?? incident.owner);
  const due = partnerOf(writer);
  const minutes = partnerReadMinutes(incident, configs[due]);
  if (sharing !== "released" || !release || !minutes || acknowledged[due]) return [];
  const startedAt = raised?.at ?? release.at;
  const raise = raised ? { raise: { stream: raised.stream, seq: raised.seq } } : {};
  return [
    { kind: "partner-reads", about: id, incidentId: id, due, startedAt, national: false, minutes, ...raise },
  ];
}

function ownersDeadlines(incident: Incident, tasks: () => readonly Task[], config: ClockConfig): ClockRule[] {
  const { id, kind, owner: due, reportedAt: startedAt, sharing } = incident;
  const approved = incident.national?.approved;
  const national = sharing !== "released";
  const own = { about: id, incidentId: id, due, startedAt, national };
  const fullReport: ClockRule[] = incident.verifiedAt
    ? []
    : [{ ...own, kind: "full-report", minutes: config.fullReport }];
  // Imported history has only to be verified (rule K15).
  if (incident.historical) return fullReport;
  const rules: ClockRule[] = [];
  // While somebody has asked for protection nobody may decide it (safeguard S7): then it is no deadline of the desks.
  const undecided = (sharing === "national" || sharing === "requested") && !isFlagged(incident);
  if (undecided && (kind === "drug-seizure" || kind === "rescue")) {
    const hasty = hastyAnswer(hasteOf(incident), config) ?? Number.POSITIVE_INFINITY;
    rules.push({ ...own, kind: "release-decision", minutes: Math.min(config.releaseDecision, hasty) });
  }
  // Screening is the reporting side's duty and may be a national task: the partner cannot know, so has no deadline.
  const ours = national || incident.national?.reporter !== undefined;
  if (kind === "victims-in-transit" && ours && !isScreened(incident, tasks)) {
    rules.push({ ...own, kind: "screening", national: true, minutes: config.screening });
  }
  rules.push(...fullReport);
  if (approved?.urgent && !approved.urgent.reviewed) {
    const { at } = approved;
    rules.push({ ...own, kind: "urgent-review", startedAt: at, national: true, minutes: config.review });
  }
  return rules;
}

/** How soon the other side must have read it; undefined where nothing asks for haste. */
function partnerReadMinutes(incident: Incident, config: ClockConfig): number | undefined {
  const hasty = hastyRead(hasteOf(incident), config);
  if (hasty !== undefined) return hasty;
  return isReadSoon(incident) ? config.read.seizure : undefined;
}

function isScreened(incident: Incident, tasks: () => readonly Task[]): boolean {
  if (incident.response?.some(({ action, state }) => action === "screen" && state === "done")) return true;
  return tasks().some((task) => task.action === "screen" && task.times.on_scene);
}

/** What a task's deadlines depend on beside itself. */
export type TaskScene = {
  incident: IncidentEntity | undefined;
  requestOf: (id: string) => Request | undefined;
  /** All tasks on the incident. */
  tasks: () => readonly Task[];
  configs: ClockConfigs;
};

/**
 * A crew's refusal where life or a pursuit is at stake (rule K11): due at once, until the task is reassigned, the incident
 * has ended, or another crew of that side was sent since.
 */
function declinedRules(task: Task, { incident, tasks }: Pick<TaskScene, "incident" | "tasks">): ClockRule[] {
  const { id: about, incidentId, country: due, ended } = task;
  if (!ended || !isIncident(incident) || !isOpen(incident) || hasteOf(incident).length === 0) return [];
  const refusal = task.news?.findLast(({ what }) => what === "task-declined");
  const isOtherSent = tasks().some(
    (other) =>
      other.country === due && other.id !== about && (isLiveTask(other) || other.times.assigned >= ended.at),
  );
  if (isOtherSent) return [];
  const raise = refusal && { stream: refusal.stream, seq: refusal.seq };
  const national = !task.shared;
  const rule = { kind: "task-declined" as const, about, incidentId, due, startedAt: ended.at, national };
  return [{ ...rule, ...(raise ? { raise } : {}), minutes: 0 }];
}

/** What a task with a time to be there by starts, one that goes on though its incident has ended, and a refused one. */
export function taskClockRules(task: Task, { incident, requestOf, tasks, configs }: TaskScene): ClockRule[] {
  if (task.status === "declined") return declinedRules(task, { incident, tasks });
  if (!isLiveTask(task)) return [];
  const { id: about, incidentId, country: due, times, dueAt, requestId } = task;
  const own = { about, incidentId, due, national: !task.shared };
  const endedAt = tasksEndAt(incident, due);
  if (endedAt !== undefined) {
    // Once the request it serves is withdrawn, that has the deadline.
    if (requestId && requestOf(requestId)?.status === "withdrawn") return [];
    const startedAt = laterOf(endedAt, times.assigned);
    // After a recall the partner cannot know that the originator's own incident has ended.
    const national = own.national || (incident?.sharing !== "released" && incident?.owner === due);
    return [{ ...own, national, kind: "stand-down", startedAt, minutes: configs[due].read.request }];
  }
  if (!dueAt || times.on_scene) return [];
  const startedAt = times.assigned;
  return [{ ...own, kind: "task-due", startedAt, minutes: minutesBetween(startedAt, dueAt) }];
}
