/** The clocks of the picture (domain facts §6): derived purely, so that nothing can forget to start or stop one. */
import { makerOf } from "../envelope";
import { sha256Hex } from "../hash";
import { isOpen } from "../incident/machine";
import { type Incident, isIncident } from "../incident/schema";
import type { Picture } from "../picture";
import { isLiveRequest } from "../request/machine";
import type { Request } from "../request/schema";
import { isLiveTask } from "../task/machine";
import type { Task } from "../task/schema";
import { type Country, countries, partnerOf, purposeOf } from "../vocabulary";
import { type ClockConfig, defaultClockConfig } from "./config";
import { isPaused, jointPartsOf, partsOf } from "./evolve";
import type { ClockPart } from "./schema";

export { type ClockConfig, defaultClockConfig };

export type ClockKind =
  | "partner-reads"
  | "request-read"
  | "request-answer"
  | "release-decision"
  | "screening"
  | "full-report"
  | "urgent-review"
  | "task-after-withdrawal"
  | "task-due";

export interface Clock {
  /** The subject its alarm is acknowledged under: derived from clock and thing, the same on both nodes. */
  id: string;
  kind: ClockKind;
  /** What it is about. */
  about: string;
  incidentId: string;
  /** Who must act. */
  due: Country;
  /** ISO 8601 UTC. */
  startedAt: string;
  dueAt: string;
  paused: boolean;
  acknowledged: Partial<Record<Country, { at: string; desk: string }>>;
  /** Set when only this country holds it. */
  national: boolean;
}

export type ClockPhase = "running" | "warning" | "alarm" | "paused";

/** The alarm's subject: the maker's country and a UUID drawn from clock and thing. */
export function alarmSubject(kind: ClockKind, about: string): string {
  const hex = sha256Hex(`${kind}:${about}`);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const uuid = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return `${makerOf(about)}-${uuid.join("-")}`;
}

/** Where a clock stands at a moment (milliseconds since the epoch): warns at 50 %, alarms at 100 %. */
export function phaseOf(clock: Clock, nowMs: number): ClockPhase {
  if (clock.paused) return "paused";
  const [start, end] = [Date.parse(clock.startedAt), Date.parse(clock.dueAt)];
  if (nowMs >= end) return "alarm";
  return nowMs >= start + (end - start) / 2 ? "warning" : "running";
}

type Seed = Pick<Clock, "kind" | "about" | "incidentId" | "due" | "startedAt" | "national"> & {
  minutes: number;
};

/** All running clocks of a picture, soonest first. Cost grows with what is open, not with the log. */
export function clocksOf(picture: Picture, config: ClockConfig = defaultClockConfig): Clock[] {
  const clocks = [...seedsOf(picture, config)].map((seed) => build(seed, picture));
  return clocks.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
}

/** One running clock, by the subject of its alarm: looks for it without building the others. */
export function clockOf(
  picture: Picture,
  id: string,
  config: ClockConfig = defaultClockConfig,
): Clock | undefined {
  const maker = makerOf(id);
  for (const seed of seedsOf(picture, config)) {
    if (makerOf(seed.about) === maker && alarmSubject(seed.kind, seed.about) === id)
      return build(seed, picture);
  }
  return undefined;
}

function* seedsOf(picture: Picture, config: ClockConfig): Generator<Seed> {
  const tasks = [...picture.tasks.values()];
  for (const entity of picture.incidents.values()) {
    if (isIncident(entity)) yield* incidentClocks(entity, tasks, config);
  }
  for (const request of picture.requests.values()) yield* requestClocks(request, picture, config);
  for (const task of tasks) yield* taskClocks(task);
}

function build({ minutes, ...seed }: Seed, picture: Picture): Clock {
  const id = alarmSubject(seed.kind, seed.about);
  const mark = picture.clocks.get(id);
  // Once the thing is joint, only what both sides know of may stop its clock: it must read the same on both.
  const parts = seed.national ? partsOf(mark) : jointPartsOf(mark);
  const pausedMs = pausedFor(parts);
  const dueAt = new Date(Date.parse(seed.startedAt) + minutes * 60_000 + pausedMs).toISOString();
  const acknowledged: Clock["acknowledged"] = {};
  for (const country of countries) {
    const at = partsOf(mark, [country]).find((part) => part.acknowledged)?.acknowledged;
    if (at) acknowledged[country] = at;
  }
  return { ...seed, id, dueAt, paused: parts.some(isPaused), acknowledged };
}

/** Finished pauses move the end; overlapping ones of both countries count once. Milliseconds. */
function pausedFor(parts: readonly ClockPart[]): number {
  const spans = parts
    .flatMap((part) => part.pauses)
    .flatMap(({ from, to }) => (to ? [[Date.parse(from), Date.parse(to)] as const] : []))
    .sort((a, b) => a[0] - b[0]);
  let total = 0;
  let covered = Number.NEGATIVE_INFINITY;
  for (const [from, to] of spans) {
    total += Math.max(0, to - Math.max(from, covered));
    covered = Math.max(covered, to);
  }
  return total;
}

function incidentClocks(incident: Incident, tasks: readonly Task[], config: ClockConfig): Seed[] {
  const seeds: Seed[] = [];
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

function isScreened(incident: Incident, tasks: readonly Task[]): boolean {
  if (incident.response?.some(({ action, state }) => action === "screen" && state === "done")) return true;
  return tasks.some(
    (task) => task.incidentId === incident.id && task.action === "screen" && task.times.on_scene,
  );
}

function requestClocks(request: Request, picture: Picture, config: ClockConfig): Seed[] {
  const about = { about: request.id, incidentId: request.incidentId, national: false };
  if (request.status === "withdrawn") {
    const left = request.taskIds.some((id) => {
      const task = picture.tasks.get(id);
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
    return request.dueAt
      ? [
          {
            ...about,
            kind: "task-due",
            due: request.to,
            startedAt,
            minutes: minutesBetween(startedAt, request.dueAt),
          },
        ]
      : [
          {
            ...about,
            kind: "task-due",
            due: request.to,
            startedAt: request.answered.at ?? startedAt,
            minutes: config.fullReport,
          },
        ];
  }
  const readMinutes =
    request.urgency === "danger-to-life"
      ? config.read.danger
      : request.urgency === "pursuit"
        ? config.read.pursuit
        : config.read.request;
  const read: Seed[] = request.answered.read
    ? []
    : [{ ...about, kind: "request-read", due: request.to, startedAt, minutes: readMinutes }];
  return [...read, { ...about, kind: "request-answer", due: request.to, startedAt, minutes: answerMinutes }];
}

function taskClocks(task: Task): Seed[] {
  if (!task.dueAt || !isLiveTask(task) || task.times.on_scene) return [];
  const { id: about, incidentId, country: due } = task;
  const startedAt = task.times.assigned;
  const minutes = minutesBetween(startedAt, task.dueAt);
  return [{ kind: "task-due", about, incidentId, due, startedAt, national: !task.shared, minutes }];
}

const minutesBetween = (from: string, to: string): number =>
  Math.max(0, (Date.parse(to) - Date.parse(from)) / 60_000);
