/** Which clocks a thing starts, and when: pure, one thing at a time, so that a change costs only its own clocks. */
import { isOpen } from "../incident/machine";
import type { Incident } from "../incident/schema";
import { agreedOf, isLiveRequest } from "../request/machine";
import type { Request } from "../request/schema";
import { isLiveTask } from "../task/machine";
import type { Task } from "../task/schema";
import { partnerOf, purposeOf } from "../vocabulary";
import type { Clock, ClockConfig } from "./clocks";

/** A clock before people's marks on it are read. */
export type ClockRule = Pick<Clock, "kind" | "about" | "incidentId" | "due" | "startedAt" | "national"> & {
  minutes: number;
};

/** What an incident starts; its tasks are asked for only where a clock depends on them. */
export function incidentClockRules(
  incident: Incident,
  tasks: () => readonly Task[],
  config: ClockConfig,
): ClockRule[] {
  const seeds: ClockRule[] = [];
  const about = { about: incident.id, incidentId: incident.id };
  const originator = incident.originator ?? incident.owner;
  const partner = partnerOf(originator);
  const readMinutes = partnerReadMinutes(incident, config);
  if (incident.sharing === "released" && incident.release && readMinutes && !incident.acknowledged[partner]) {
    const { at: startedAt } = incident.release;
    seeds.push({
      ...about,
      kind: "partner-reads",
      due: partner,
      startedAt,
      national: false,
      minutes: readMinutes,
    });
  }
  if (!isOpen(incident)) return seeds;
  const national = incident.sharing !== "released";
  const own = { ...about, due: incident.owner, startedAt: incident.reportedAt, national };
  const undecided = incident.sharing === "national" || incident.sharing === "requested";
  if (undecided && (incident.kind === "drug-seizure" || incident.kind === "rescue")) {
    seeds.push({ ...own, kind: "release-decision", minutes: config.releaseDecision });
  }
  // Screening is the reporting side's duty and may be a national task: the partner cannot know, so has no clock.
  const ours = national || incident.national?.reporter !== undefined;
  if (incident.kind === "victims-in-transit" && ours && !isScreened(incident, tasks)) {
    seeds.push({ ...own, kind: "screening", national: true, minutes: config.screening });
  }
  if (!incident.verifiedAt) seeds.push({ ...own, kind: "full-report", minutes: config.fullReport });
  const urgent = incident.national?.approved?.urgent;
  if (urgent && !urgent.reviewed && incident.national?.approved) {
    const { at: startedAt } = incident.national.approved;
    seeds.push({ ...own, kind: "urgent-review", startedAt, national: true, minutes: config.review });
  }
  return seeds;
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
export function requestClockRules(
  request: Request,
  taskOf: (id: string) => Task | undefined,
  config: ClockConfig,
): ClockRule[] {
  const about = { about: request.id, incidentId: request.incidentId, national: false };
  if (request.status === "withdrawn") {
    const left = request.taskIds.some((id) => {
      const task = taskOf(id);
      return task !== undefined && isLiveTask(task);
    });
    const { at: startedAt } = request.asked;
    return left ? [{ ...about, kind: "task-after-withdrawal", due: request.to, startedAt, minutes: 0 }] : [];
  }
  if (!isLiveRequest(request)) return [];
  const answerMinutes = config.answer[request.urgency];
  if (request.status === "countered") {
    const startedAt = request.answered.at ?? request.made.at;
    return [{ ...about, kind: "request-answer", due: request.from, startedAt, minutes: answerMinutes }];
  }
  const startedAt = request.made.at;
  if (request.status === "accepted") {
    const { dueAt } = agreedOf(request);
    const agreedAt = request.asked.state === "counter-accepted" ? request.asked.at : undefined;
    const work = { ...about, kind: "task-due" as const, due: request.to };
    if (!dueAt) {
      const from = agreedAt ?? request.answered.at ?? startedAt;
      return [{ ...work, startedAt: from, minutes: config.fullReport }];
    }
    const from = agreedAt ?? startedAt;
    return [{ ...work, startedAt: from, minutes: minutesBetween(from, dueAt) }];
  }
  const readMinutes = requestReadMinutes(request.urgency, config);
  const read: ClockRule[] = request.answered.read
    ? []
    : [{ ...about, kind: "request-read", due: request.to, startedAt, minutes: readMinutes }];
  return [...read, { ...about, kind: "request-answer", due: request.to, startedAt, minutes: answerMinutes }];
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
