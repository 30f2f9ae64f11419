/**
 * What a screen missed while it was away: cut off, asleep or signed out, or while the link to the partner was. One
 * summary instead of a banner for each, by the rules that judge news as it comes. Pure.
 */
import type { Stream } from "../envelope";
import { type IncidentEntity, isIncident } from "../incident/schema";
import { isUnread } from "../pending-actions/needs";
import { incidentTakeover } from "../takeover";
import { isLiveTask } from "../task/machine";
import type { Task } from "../task/schema";
import type { Country } from "../vocabulary";
import {
  type AlertGrade,
  type AlertSound,
  alertGradeOf,
  alertOf,
  alertSound,
  compareGrades,
  gravestSound,
} from "./alerts";

/** What came back on an incident and the centre has not seen, with the event that brought it. */
export type CameBack = { stream: Stream; seq: number; at: string; grade: AlertGrade };
/** One thing that was missed. */
export type Missed = { incidentId: string; grade: AlertGrade; cameBack: boolean; at: string };

export type AbsenceSummary = {
  count: number;
  /** Where the summary leads to. */
  gravest: Missed;
  sound: AlertSound | null;
};

/** An incident that is new to a centre since it was last known, or takes its screens over since then. */
function newTo(
  country: Country,
  before: IncidentEntity | undefined,
  after: IncidentEntity,
): Missed | undefined {
  if (!isIncident(after)) return undefined;
  const alert = alertOf({ collection: "incidents", id: after.id, before, after }, country);
  const takeover = incidentTakeover(after, country);
  const isTaken = takeover !== null && !(before && incidentTakeover(before, country));
  if (!alert && !isTaken) return undefined;
  const at = takeover?.since ?? after.release?.at ?? after.reportedAt;
  return { incidentId: after.id, grade: alertGradeOf(after), cameBack: false, at };
}

const backOn = (incidentId: string, cameBack: readonly CameBack[]): Missed[] =>
  cameBack.map(({ at, grade }) => ({ incidentId, grade, cameBack: true, at }));

/** What one incident has for a centre that went away with `before` of it and came back to what is `missed`. */
export function missedOf(
  country: Country,
  { before, after }: { before: IncidentEntity | undefined; after: IncidentEntity },
  missed: readonly CameBack[],
): Missed[] {
  const fresh = newTo(country, before, after);
  return [...(fresh ? [fresh] : []), ...backOn(after.id, missed)];
}

/** What one incident has for somebody who has just signed in: what the centre has not read, and what it has not seen. */
export function unseenAtStart(
  country: Country,
  entity: IncidentEntity,
  unseen: readonly CameBack[],
): Missed[] {
  const unread = isUnread(entity, country) ? newTo(country, undefined, entity) : undefined;
  return [...(unread ? [unread] : []), ...backOn(entity.id, unseen)];
}

/** The gravest first, then the newest. */
const compareMissed = (a: Missed, b: Missed): number =>
  compareGrades(a.grade, b.grade) || (a.at > b.at ? -1 : a.at < b.at ? 1 : 0);

/** One summary with one sound, the gravest's; null when nothing was missed. */
export function summaryOf(missed: readonly Missed[]): AbsenceSummary | null {
  const [gravest] = [...missed].sort(compareMissed);
  if (!gravest) return null;
  const sound = gravestSound(missed.map(({ grade, cameBack }) => alertSound(grade, cameBack)));
  return { count: missed.length, gravest, sound };
}

/** What changed of a unit's tasks while its phone was away: those given to it, and those taken from it. */
export type MissedTasks = { given: Task[]; taken: Task[] };

/** `before`: the unit's live tasks when the phone went away; `after`: all that are its now, ended ones too. */
export function missedTasks(before: readonly Task[], after: readonly Task[]): MissedTasks {
  const [known, now] = [new Set(before.map(({ id }) => id)), new Map(after.map((task) => [task.id, task]))];
  return {
    given: after.filter((task) => isLiveTask(task) && !known.has(task.id)),
    // What its own crew completed or declined is no news to it.
    taken: before.filter(({ id }) => (now.get(id)?.status ?? "cancelled") === "cancelled"),
  };
}
