import { describe, expect, it } from "vitest";
import type { Incident } from "../incident/schema";
import { emptyPicture, type Picture } from "../picture";
import type { Task } from "../task/schema";
import { type Role, roles } from "../vocabulary";
import { type AlarmViewer, alarmsFor, alarmViewer, soundsNow } from "./alarms";
import type { Clock, ClockKind } from "./clock";

const dueMs = Date.parse("2026-11-01T01:00:00.000Z");
const dueAt = new Date(dueMs).toISOString();
const minute = 60_000;
const config = { alarmRepeatSeconds: 60, escalateMinutes: 5 };
const unitId = "KH-unit";

function clockOf(kind: ClockKind, parts: Partial<Clock> = {}): Clock {
  return {
    id: kind,
    kind,
    about: "thing",
    incidentId: "incident",
    due: "KH",
    startedAt: "2026-11-01T00:00:00.000Z",
    dueAt,
    paused: false,
    acknowledged: {},
    national: false,
    ...parts,
  };
}
const viewer = (role: Role, parts: Partial<AlarmViewer> = {}): AlarmViewer => ({
  country: "KH",
  role,
  ...parts,
});
/** A minute after the deadline has run out, unless said otherwise. */
const alarms = (clock: Clock, who: AlarmViewer, picture = emptyPicture(), nowMs = dueMs + minute) =>
  alarmsFor([clock], picture, who, nowMs, config);

const task: Task = {
  id: "task",
  incidentId: "incident",
  unitId,
  unit: { callsign: "STR-21", kind: "patrol" },
  country: "KH",
  action: "patrol",
  status: "en_route",
  times: { assigned: "2026-11-01T00:00:00.000Z" },
};
function withTask(of: Task): Picture {
  const picture = emptyPicture();
  picture.tasks.set(of.id, of);
  return picture;
}

describe("a clock is in alarm for a viewer", () => {
  const read = clockOf("partner-reads");

  it("from the moment it has run out, not before, and not while it is paused", () => {
    const operator = viewer("operator");
    expect(alarms(read, operator, emptyPicture(), dueMs - 1)).toEqual([]);
    expect(alarms(read, operator, emptyPicture(), dueMs)).toMatchObject([{ sinceMs: dueMs, audible: true }]);
    expect(alarms({ ...read, paused: true }, operator)).toEqual([]);
  });

  it("K3 where that side must act, until a desk of that very side has acknowledged it", () => {
    const mark = { at: dueAt, desk: "a desk" };
    expect(alarms(read, viewer("operator", { country: "LA" }))).toEqual([]);
    expect(alarms({ ...read, acknowledged: { KH: mark } }, viewer("operator"))).toEqual([]);
    expect(alarms({ ...read, acknowledged: { LA: mark } }, viewer("operator"))).toHaveLength(1);
  });

  it("with the longest first", () => {
    const later = clockOf("screening", { dueAt: new Date(dueMs + 1_000).toISOString() });
    const found = alarmsFor([later, read], emptyPicture(), viewer("operator"), dueMs + minute, config);
    expect(found.map(({ clock }) => clock.kind)).toEqual(["partner-reads", "screening"]);
  });

  it("is heard in the room, only seen by those who look on, and neither by who has no part in it", () => {
    const heard = (role: Role) => alarms(read, viewer(role)).map(({ audible }) => audible);
    expect(Object.fromEntries(roles.map((role) => [role, heard(role)]))).toEqual({
      officer: [],
      operator: [true],
      commander: [false],
      protection: [false],
      auditor: [false],
      admin: [],
      display: [true],
      system: [],
    });
  });
});

describe("an alarm is the commanders' too", () => {
  const commander = viewer("commander");

  it("K4 when nobody has acknowledged it for too long", () => {
    const read = clockOf("partner-reads");
    const past = (minutes: number) => alarms(read, commander, emptyPicture(), dueMs + minutes * minute);
    expect(past(4.9)).toMatchObject([{ escalated: false, audible: false }]);
    expect(past(5)).toMatchObject([{ escalated: true, audible: true }]);
  });

  it("at once when a life is in danger, by the incident or by the request", () => {
    const byIncident = emptyPicture();
    byIncident.incidents.set("incident", {
      id: "incident",
      kind: "flood",
      sharing: "released",
      dangerToLife: true,
    } as Incident);
    expect(alarms(clockOf("partner-reads"), commander, byIncident)).toMatchObject([{ audible: true }]);
    const byRequest = emptyPicture();
    byRequest.requests.set("thing", { urgency: "danger-to-life" } as never);
    expect(alarms(clockOf("request-read"), commander, byRequest)).toMatchObject([{ escalated: true }]);
  });

  it("from the first minute where only a commander can settle it", () => {
    expect(alarms(clockOf("release-decision"), commander)).toMatchObject([
      { escalated: false, audible: true },
    ]);
  });
});

describe("an officer's alarms", () => {
  const due = clockOf("task-due", { about: task.id });
  const onDuty = viewer("officer", { unitId, onDuty: true });

  it("K4 are those about the own unit's live tasks, and of no other unit, thing or kind", () => {
    expect(alarms(due, onDuty, withTask(task))).toMatchObject([{ audible: true }]);
    expect(alarms(due, onDuty, withTask({ ...task, unitId: "KH-other" }))).toEqual([]);
    expect(alarms(due, onDuty, withTask({ ...task, status: "completed" }))).toEqual([]);
    expect(alarms(clockOf("screening", { about: task.id }), onDuty, withTask(task))).toEqual([]);
    expect(alarms(due, onDuty)).toEqual([]);
  });

  it("K4 are none while the crew is off duty, as the picture says", () => {
    const picture = withTask(task);
    const unit = {
      id: unitId,
      country: "KH",
      callsign: "STR-21",
      kind: "patrol",
      status: "available",
    } as const;
    picture.units.set(unitId, unit);
    const asked = () =>
      alarms(due, alarmViewer(picture, { country: "KH", role: "officer", unitId }), picture);
    expect(asked()).toEqual([]);
    picture.units.set(unitId, { ...unit, duty: { since: dueAt, desk: "KH-POL-STR" } });
    expect(asked()).toHaveLength(1);
    expect(alarms(due, alarmViewer(picture, { country: "KH", role: "officer" }), picture)).toEqual([]);
  });
});

describe("an alarm sounds", () => {
  const [first] = alarms(clockOf("partner-reads"), viewer("operator"));
  const [second] = alarms(clockOf("screening"), viewer("operator"));
  if (!first || !second) throw new Error("two alarms are needed");
  const last = { atMs: dueMs, ids: new Set([first.clock.id]) };

  it("K3 at once, and again after each pause", () => {
    expect(soundsNow([first], undefined, dueMs, config)).toBe(true);
    expect(soundsNow([first], last, dueMs + 59_999, config)).toBe(false);
    expect(soundsNow([first], last, dueMs + 60_000, config)).toBe(true);
  });

  it("at once when another joins it", () => {
    expect(soundsNow([first, second], last, dueMs + 1, config)).toBe(true);
  });

  it("never when there is none to hear", () => {
    expect(soundsNow([], undefined, dueMs, config)).toBe(false);
    expect(soundsNow([{ ...first, audible: false }], undefined, dueMs, config)).toBe(false);
  });
});
