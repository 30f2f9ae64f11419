/** The running deadlines of a picture (rule K1): derived purely, so that nothing can forget to start or stop one. */
import { makerOf } from "../envelope";
import { groupBy } from "../group-by";
import { isIncident } from "../incident/schema";
import type { Picture } from "../picture";
import { countries } from "../vocabulary";
import type { Clock } from "./clock";
import { type ClockConfigs, defaultClockConfig, ofBothSides } from "./config";
import { isPaused, jointPartsOf, partsOf } from "./evolve";
import { requestClockRules } from "./request-rules";
import { type ClockRule, subjectOfRule } from "./rule";
import { incidentClockRules, taskClockRules } from "./rules";
import type { ClockMark, ClockPart } from "./schema";

const defaultClockConfigs = ofBothSides(defaultClockConfig);

/** All running deadlines of a picture, soonest first. Cost grows with what is open, not with the log. */
export function clocksOf(picture: Picture, configs: ClockConfigs = defaultClockConfigs): Clock[] {
  const clocks = [...rulesOf(picture, configs)].map((rule) => markedIn(picture, rule));
  return clocks.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
}

/** One running deadline, by the subject of its alarm: looks for it without building the others. */
export function clockOf(
  picture: Picture,
  id: string,
  configs: ClockConfigs = defaultClockConfigs,
): Clock | undefined {
  const maker = makerOf(id);
  for (const rule of rulesOf(picture, configs)) {
    if (makerOf(rule.about) === maker && subjectOfRule(rule) === id) return markedIn(picture, rule);
  }
  return undefined;
}

function* rulesOf(picture: Picture, configs: ClockConfigs): Generator<ClockRule> {
  const tasksByIncident = groupBy(picture.tasks.values(), ({ incidentId }) => incidentId);
  const tasksOn = (incidentId: string) => () => tasksByIncident.get(incidentId) ?? [];
  for (const entity of picture.incidents.values()) {
    if (isIncident(entity)) yield* incidentClockRules(entity, tasksOn(entity.id), configs);
  }
  const scene = {
    configs,
    taskOf: (id: string) => picture.tasks.get(id),
    requestOf: (id: string) => picture.requests.get(id),
  };
  for (const request of picture.requests.values()) {
    yield* requestClockRules(request, { ...scene, incident: picture.incidents.get(request.incidentId) });
  }
  for (const task of picture.tasks.values()) {
    const { incidentId } = task;
    const incident = picture.incidents.get(incidentId);
    yield* taskClockRules(task, { ...scene, tasks: tasksOn(incidentId), incident });
  }
}

const markedIn = (picture: Picture, rule: ClockRule): Clock =>
  buildClock(rule, picture.clocks.get(subjectOfRule(rule)));

/** A deadline as what it is about starts it and as people have marked it. */
export function buildClock({ minutes, ...rule }: ClockRule, mark: ClockMark | undefined): Clock {
  const id = subjectOfRule({ minutes, ...rule });
  // Once the thing is joint, only what both sides know of may stop its deadline: it must read the same on both.
  const parts = rule.national ? partsOf(mark) : jointPartsOf(mark);
  const pausedMs = pausedFor(parts);
  const dueAt = new Date(Date.parse(rule.startedAt) + minutes * 60_000 + pausedMs).toISOString();
  const acknowledged: Clock["acknowledged"] = {};
  for (const country of countries) {
    const at = partsOf(mark, [country]).find((part) => part.acknowledged)?.acknowledged;
    if (at) acknowledged[country] = at;
  }
  return { ...rule, id, dueAt, paused: parts.some(isPaused), acknowledged };
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
