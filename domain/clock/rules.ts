/**
 * Which deadlines a thing starts, when and for whom: pure, one thing at a time, so that a change costs only its own.
 * Minutes come from the site of the side that must act.
 */
import { isOpen } from "../incident/machine";
import type { Incident } from "../incident/schema";
import { isFlagged } from "../incident/victims";
import { agreedOf, unconfirmedBy } from "../request/machine";
import { strayTasks, type TaskOf } from "../request/progress";
import type { Request } from "../request/schema";
import { isLiveTask } from "../task/machine";
import type { Task } from "../task/schema";
import { type Country, partnerOf, purposeOf } from "../vocabulary";
import type { Clock } from "./clock";
import type { ClockConfig, ClockConfigs } from "./config";

/** A deadline before acknowledgements and pauses are applied. */
export type ClockRule = Pick<Clock, "kind" | "about" | "incidentId" | "due" | "startedAt" | "national"> & {
  minutes: number;
};

/** What an incident starts; its tasks are asked for only where a deadline depends on them. */
export function incidentClockRules(
  incident: Incident,
  tasks: () => readonly Task[],
  configs: ClockConfigs,
): ClockRule[] {
  return [
    ...partnerReads(incident, configs),
    ...(isOpen(incident) ? ownersDeadlines(incident, tasks, configs[incident.owner]) : []),
  ];
}

function partnerReads(incident: Incident, configs: ClockConfigs): ClockRule[] {
  const { id, sharing, release, acknowledged } = incident;
  const partner = partnerOf(incident.originator ?? incident.owner);
  const minutes = partnerReadMinutes(incident, configs[partner]);
  if (sharing !== "released" || !release || !minutes || acknowledged[partner]) return [];
  const { at: startedAt } = release;
  return [
    { kind: "partner-reads", about: id, incidentId: id, due: partner, startedAt, national: false, minutes },
  ];
}

function ownersDeadlines(incident: Incident, tasks: () => readonly Task[], config: ClockConfig): ClockRule[] {
  const { id, kind, owner: due, reportedAt: startedAt, sharing } = incident;
  const approved = incident.national?.approved;
  const national = sharing !== "released";
  const own = { about: id, incidentId: id, due, startedAt, national };
  const rules: ClockRule[] = [];
  // While somebody has asked for protection nobody may decide it (safeguard S7): then it is no deadline of the desks.
  const undecided = (sharing === "national" || sharing === "requested") && !isFlagged(incident);
  if (undecided && (kind === "drug-seizure" || kind === "rescue")) {
    rules.push({ ...own, kind: "release-decision", minutes: config.releaseDecision });
  }
  // Screening is the reporting side's duty and may be a national task: the partner cannot know, so has no deadline.
  const ours = national || incident.national?.reporter !== undefined;
  if (kind === "victims-in-transit" && ours && !isScreened(incident, tasks)) {
    rules.push({ ...own, kind: "screening", national: true, minutes: config.screening });
  }
  if (!incident.verifiedAt) rules.push({ ...own, kind: "full-report", minutes: config.fullReport });
  if (approved?.urgent && !approved.urgent.reviewed) {
    const { at } = approved;
    rules.push({ ...own, kind: "urgent-review", startedAt: at, national: true, minutes: config.review });
  }
  return rules;
}

/** How soon the other side must have read it; undefined where nothing asks for haste. */
function partnerReadMinutes(incident: Incident, config: ClockConfig): number | undefined {
  if (incident.kind === "pursuit") return config.read.pursuit;
  if (incident.dangerToLife) return config.read.danger;
  const seizureOrRescue = incident.kind === "drug-seizure" || incident.kind === "rescue";
  return seizureOrRescue || purposeOf(incident.kind) === "trafficking" ? config.read.seizure : undefined;
}

function isScreened(incident: Incident, tasks: () => readonly Task[]): boolean {
  if (incident.response?.some(({ action, state }) => action === "screen" && state === "done")) return true;
  return tasks().some((task) => task.action === "screen" && task.times.on_scene);
}

/** What a request starts: reading it, answering it, doing it; and the end of work that is no longer asked for. */
export function requestClockRules(request: Request, taskOf: TaskOf, configs: ClockConfigs): ClockRule[] {
  const { id, incidentId, status, from, to, made, asked, answered, urgency } = request;
  const about = { about: id, incidentId, national: false };
  switch (status) {
    case "made": {
      const asking = { ...about, due: to, startedAt: made.at };
      const minutes = configs[to].answer[urgency];
      const answer: ClockRule = { ...asking, kind: "request-answer", minutes };
      if (answered.read) return [answer];
      return [{ ...asking, kind: "request-read", minutes: requestReadMinutes(urgency, configs[to]) }, answer];
    }
    case "countered": {
      const minutes = configs[from].answer[urgency];
      return [{ ...about, kind: "request-answer", due: from, startedAt: answered.at ?? made.at, minutes }];
    }
    case "accepted":
      return [{ ...about, kind: "task-due", due: whoWorks(request), ...workTime(request, configs[to]) }];
    case "withdrawn": {
      const [stray] = strayTasks(request, taskOf);
      if (!stray) return [];
      const { country: due } = stray;
      return [{ ...about, kind: "task-after-withdrawal", due, startedAt: asked.at, minutes: 0 }];
    }
    case "declined":
    case "completed":
      return [];
  }
}

/** The asked side; the asking one when it alone must still confirm that something was handed over. */
function whoWorks(request: Request): Country {
  const unconfirmed = unconfirmedBy(request);
  return unconfirmed.length === 0 || unconfirmed.includes(request.to) ? request.to : request.from;
}

/** From the request, or from the counter that was agreed, to the time agreed; without one, as a full report. */
function workTime(request: Request, config: ClockConfig): Pick<ClockRule, "startedAt" | "minutes"> {
  const { made, asked, answered } = request;
  const { dueAt } = agreedOf(request);
  const agreedAt = asked.state === "counter-accepted" ? asked.at : undefined;
  if (!dueAt) return { startedAt: agreedAt ?? answered.at ?? made.at, minutes: config.fullReport };
  const startedAt = agreedAt ?? made.at;
  return { startedAt, minutes: minutesBetween(startedAt, dueAt) };
}

/** How soon the asked side must have read a request, in minutes. */
export function requestReadMinutes(urgency: Request["urgency"], config: ClockConfig): number {
  switch (urgency) {
    case "danger-to-life":
      return config.read.danger;
    case "pursuit":
      return config.read.pursuit;
    case "urgent":
    case "routine":
      return config.read.request;
  }
}

/** What a task with a time to be there by starts. */
export function taskClockRules(task: Task): ClockRule[] {
  if (!task.dueAt || !isLiveTask(task) || task.times.on_scene) return [];
  const { id: about, incidentId, country: due } = task;
  const startedAt = task.times.assigned;
  const minutes = minutesBetween(startedAt, task.dueAt);
  return [{ kind: "task-due", about, incidentId, due, startedAt, national: !task.shared, minutes }];
}

const minutesBetween = (from: string, to: string): number =>
  Math.max(0, (Date.parse(to) - Date.parse(from)) / 60_000);
