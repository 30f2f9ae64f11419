/**
 * Who gets an alarm (rule K4): it goes to the side that must act, sounds again until a named desk
 * there acknowledges it, passes to the commanders when nobody does, and reaches an officer only on duty and only
 * about the own unit's tasks.
 */
import { isIncident } from "../incident/schema";
import type { Picture } from "../picture";
import type { Site } from "../site";
import { isLiveTask } from "../task/machine";
import type { Country, Role } from "../vocabulary";
import { type Clock, type ClockKind, phaseOf } from "./clock";

export type AlarmViewer = {
  country: Country;
  role: Role;
  /** An officer's unit, and whether its crew is on duty now. */
  unitId?: string | undefined;
  onDuty?: boolean | undefined;
};
export type AlarmConfig = Pick<Site, "alarmRepeatSeconds" | "escalateMinutes">;

export type Alarm = {
  clock: Clock;
  /** Since when it has been in alarm: milliseconds since 1970. */
  sinceMs: number;
  /** Nobody acknowledged it for too long, or a life is in danger: it is the commanders' too. */
  escalated: boolean;
  /** Whether it sounds for this viewer; otherwise it is only shown. */
  audible: boolean;
};

type Part = "room" | "commander" | "crew" | "looks-on" | "none";
const partOf: Record<Role, Part> = {
  operator: "room",
  display: "room",
  commander: "commander",
  officer: "crew",
  auditor: "looks-on",
  protection: "looks-on",
  admin: "none",
  system: "none",
};

/** What only a commander can settle is a commander's alarm from its first minute. */
const isCommanders: Record<ClockKind, boolean> = {
  "partner-reads": false,
  "request-read": false,
  "request-answer": true,
  "release-decision": true,
  screening: false,
  "full-report": false,
  "urgent-review": true,
  "task-after-withdrawal": true,
  "stand-down": true,
  "task-declined": true,
  "task-due": false,
};

/** The viewer behind an account, as the picture knows its unit. */
export function alarmViewer(
  picture: Picture,
  { country, role, unitId }: Pick<AlarmViewer, "country" | "role" | "unitId">,
): AlarmViewer {
  const onDuty = unitId !== undefined && picture.units.get(unitId)?.duty !== undefined;
  return { country, role, unitId, onDuty };
}

/** The deadlines in alarm for a viewer at a moment (milliseconds since 1970), longest first. */
export function alarmsFor(
  clocks: readonly Clock[],
  picture: Picture,
  viewer: AlarmViewer,
  nowMs: number,
  { escalateMinutes }: AlarmConfig,
): Alarm[] {
  const alarms: Alarm[] = [];
  for (const clock of clocks) {
    const acknowledged = clock.acknowledged[clock.due] !== undefined;
    // Acknowledging a refusal ends its sound alone: it stays an alarm until another crew is sent (rule K11).
    if (clock.due !== viewer.country || (acknowledged && clock.kind !== "task-declined")) continue;
    if (phaseOf(clock, nowMs) !== "alarm" || !concerns(clock, picture, viewer)) continue;
    const sinceMs = Date.parse(clock.dueAt);
    const late = nowMs - sinceMs >= escalateMinutes * 60_000 || isDanger(clock, picture);
    const history = isHistory(clock, picture);
    const escalated = late && !history;
    alarms.push({
      clock,
      sinceMs,
      escalated,
      audible: !history && !acknowledged && hears(clock, viewer, escalated),
    });
  }
  return alarms.sort((a, b) => a.sinceMs - b.sinceMs);
}

/**
 * Whether to sound now: at once when an alarm has become audible since the last sound, else again after the pause.
 * `last` is when this screen last sounded and what it sounded for.
 */
export function soundsNow(
  alarms: readonly Alarm[],
  last: { atMs: number; ids: ReadonlySet<string> } | undefined,
  nowMs: number,
  { alarmRepeatSeconds }: AlarmConfig,
): boolean {
  const audible = alarms.filter((alarm) => alarm.audible);
  if (audible.length === 0) return false;
  if (!last || audible.some(({ clock }) => !last.ids.has(clock.id))) return true;
  return nowMs - last.atMs >= alarmRepeatSeconds * 1_000;
}

function concerns({ kind, about }: Clock, picture: Picture, viewer: AlarmViewer): boolean {
  const part = partOf[viewer.role];
  if (part !== "crew") return part !== "none";
  if (!viewer.onDuty || viewer.unitId === undefined || kind !== "task-due") return false;
  const task = picture.tasks.get(about);
  return task?.unitId === viewer.unitId && isLiveTask(task);
}

function hears({ kind }: Clock, { role }: AlarmViewer, escalated: boolean): boolean {
  switch (partOf[role]) {
    case "room":
    case "crew":
      return true;
    case "commander":
      return escalated || isCommanders[kind];
    case "looks-on":
    case "none":
      return false;
  }
}

/** Imported history calls nobody, also when it was not verified in time (rule K15). */
function isHistory({ kind, incidentId }: Clock, picture: Picture): boolean {
  const incident = picture.incidents.get(incidentId);
  return kind === "full-report" && isIncident(incident) && incident.historical === true;
}

function isDanger({ about, incidentId }: Clock, picture: Picture): boolean {
  if (picture.requests.get(about)?.urgency === "danger-to-life") return true;
  const incident = picture.incidents.get(incidentId);
  return isIncident(incident) && incident.dangerToLife === true;
}
