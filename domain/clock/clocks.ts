/** The clocks of the picture (rule K1): derived purely, so that nothing can forget to start or stop one. */
import { makerOf } from "../envelope";
import { sha256Hex } from "../hash";
import { isIncident } from "../incident/schema";
import type { Picture } from "../picture";
import type { Task } from "../task/schema";
import { type Country, countries } from "../vocabulary";
import { type ClockConfig, defaultClockConfig } from "./config";
import { isPaused, jointPartsOf, partsOf } from "./evolve";
import { type ClockRule, incidentClockRules, requestClockRules, taskClockRules } from "./rules";
import type { ClockMark, ClockPart } from "./schema";

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

/** All running clocks of a picture, soonest first. Cost grows with what is open, not with the log. */
export function clocksOf(picture: Picture, config: ClockConfig = defaultClockConfig): Clock[] {
  const clocks = [...seedsOf(picture, config)].map((seed) => markedIn(picture, seed));
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
      return markedIn(picture, seed);
  }
  return undefined;
}

function* seedsOf(picture: Picture, config: ClockConfig): Generator<ClockRule> {
  const tasks = [...picture.tasks.values()];
  for (const entity of picture.incidents.values()) {
    if (isIncident(entity)) yield* incidentClockRules(entity, tasksOn(entity.id, tasks), config);
  }
  for (const request of picture.requests.values()) {
    yield* requestClockRules(request, (id) => picture.tasks.get(id), config);
  }
  for (const task of tasks) yield* taskClockRules(task);
}

const markedIn = (picture: Picture, seed: ClockRule): Clock =>
  buildClock(seed, picture.clocks.get(alarmSubject(seed.kind, seed.about)));

/** Only looked for where a clock asks for them. */
const tasksOn = (incidentId: string, tasks: readonly Task[]) => () =>
  tasks.filter((task) => task.incidentId === incidentId);

/** A clock as what it is about starts it and as people have marked it. */
export function buildClock({ minutes, ...seed }: ClockRule, mark: ClockMark | undefined): Clock {
  const id = alarmSubject(seed.kind, seed.about);
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
