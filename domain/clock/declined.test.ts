import { describe, expect, it } from "vitest";
import { account, flood, Stage, subject } from "@/tests/support/given";
import { alarmsFor } from "./alarms";
import { clocksOf } from "./clocks";

const id = (end: string) => `KH-00000000-0000-4000-8000-0000000000${end}`;
const [unit, other, task, next] = [id("aa"), id("ab"), id("bb"), id("bc")];
const commander = account("KH", "commander");
const operator = account("KH", "operator");
const reason = { reason: "no boat" };
const order = { incidentId: subject, unitId: unit, action: "rescue" };

const reported = (report: object) =>
  new Stage()
    .do(account("KH", "officer"), "incident.report", { ...flood, ...report })
    .do(operator, "incident.acknowledge")
    .do(commander, "unit.register", { callsign: "STR-21", kind: "boat" }, unit)
    .do(commander, "unit.register", { callsign: "STR-22", kind: "boat" }, other);
const refused = (report: object = { dangerToLife: true }) =>
  reported(report)
    .do(commander, "task.assign", order, task)
    .do({ ...account("KH", "officer"), unitId: unit }, "task.decline", reason, task);

const later = Date.parse("2026-10-14T02:00:00.000Z");
const settings = { alarmRepeatSeconds: 60, escalateMinutes: 600 };
function alarms(stage: Stage, who = commander) {
  const { picture } = stage.nodes[who.country].fold;
  return alarmsFor(clocksOf(picture), picture, who, later, settings).filter(
    ({ clock }) => clock.kind === "task-declined",
  );
}
const shown = (stage: Stage) => alarms(stage).map(({ audible }) => audible);

describe("K11 a crew's refusal", () => {
  it("is an alarm at once in danger to life and in a pursuit, for operators and commanders, and nowhere else", () => {
    expect(shown(refused())).toEqual([true]);
    expect(shown(refused({ kind: "pursuit" }))).toEqual([true]);
    expect(alarms(refused(), operator).map(({ audible }) => audible)).toEqual([true]);
    expect(shown(refused({}))).toEqual([]);
    expect(alarms(refused(), account("LA", "commander"))).toEqual([]);
  });

  it("is quiet once acknowledged, and stays", () => {
    const stage = refused();
    const [alarm] = alarms(stage);
    stage.do(operator, "alarm.acknowledge", {}, alarm?.clock.id);
    expect(shown(stage)).toEqual([false]);
  });

  it("ends when the task is reassigned, another crew is sent or the incident has ended", () => {
    expect(shown(refused().do(commander, "task.reassign", { unitId: other, ...reason }, task))).toEqual([]);
    const sent = refused().do(commander, "task.assign", { ...order, unitId: other }, next);
    expect(shown(sent)).toEqual([]);
    expect(shown(refused().do(operator, "incident.close", { outcome: "resolved" }))).toEqual([]);
  });

  it("sounds anew when the reassigned task is refused again, though the first was acknowledged", () => {
    const stage = refused();
    stage.do(operator, "alarm.acknowledge", {}, alarms(stage)[0]?.clock.id);
    stage
      .do(commander, "task.reassign", { unitId: other, ...reason }, task)
      .do({ ...account("KH", "officer"), unitId: other }, "task.decline", reason, task);
    expect(shown(stage)).toEqual([true]);
  });
});
