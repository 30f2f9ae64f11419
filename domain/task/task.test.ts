import { describe, expect, it } from "vitest";
import { account, flood, outcomeOf, Stage, subject } from "@/tests/support/given";
import { taskStatuses } from "../vocabulary";
import { isLiveTask, nextStep, statusFromTasks, type TaskStatus, type TaskStep, taskAllows } from "./machine";

const unit = "KH-00000000-0000-4000-8000-0000000000aa";
const otherUnit = "KH-00000000-0000-4000-8000-0000000000ab";
const task = "KH-00000000-0000-4000-8000-0000000000bb";
const commander = account("KH", "commander");
const operator = account("KH", "operator");
const crew = { ...account("KH", "officer"), unitId: unit };
const order = { incidentId: subject, unitId: unit, action: "patrol" };
const reason = { reason: "another call" };

const reported = () =>
  new Stage()
    .do(account("KH", "officer"), "incident.report", flood)
    .do(commander, "unit.register", { callsign: "STR-21", kind: "boat" }, unit)
    .do(commander, "unit.register", { callsign: "STR-22", kind: "patrol" }, otherUnit);
const assigned = () => reported().do(commander, "task.assign", order, task);
const onScene = () =>
  assigned()
    .do(crew, "task.acknowledge", {}, task)
    .do(crew, "task.advance", { to: "en_route" }, task)
    .do(crew, "task.advance", { to: "on_scene" }, task);
const taskOf = (stage: Stage) => {
  const found = stage.nodes.KH.fold.picture.tasks.get(task);
  if (!found) throw new Error("the task is not there");
  return found;
};
const assign = (stage: Stage, over: object = {}, id = task) =>
  outcomeOf(stage.run(commander, "task.assign", { ...order, ...over }, id));

describe("the lifecycle of a task", () => {
  const allowed: Record<TaskStatus, TaskStep[]> = {
    assigned: ["acknowledged", "declined", "cancelled", "reassigned"],
    acknowledged: ["en_route", "declined", "cancelled", "reassigned"],
    en_route: ["on_scene", "declined", "cancelled", "reassigned"],
    on_scene: ["completed", "cancelled", "reassigned"],
    completed: [],
    declined: ["reassigned"],
    cancelled: [],
  };
  const steps: TaskStep[] = [...new Set(Object.values(allowed).flat())];

  it.each(taskStatuses)("O4 allows from %s these steps and no other", (status) => {
    expect(steps.filter((step) => taskAllows(status, step)).sort()).toEqual([...allowed[status]].sort());
  });

  it.each(taskStatuses)("O4 has from %s one step forward, or has ended", (status) => {
    const next = nextStep[status];
    expect(isLiveTask({ status })).toBe(next !== null);
    if (next) expect(allowed[status]).toContain(next);
  });

  it("shows on its unit; of several tasks the most advanced decides, ended ones do not count", () => {
    const shown = (...statuses: TaskStatus[]) => statusFromTasks(statuses.map((status) => ({ status })));
    expect(shown("assigned", "on_scene", "en_route")).toBe("on_scene");
    expect(shown("acknowledged")).toBe("assigned");
    expect(shown("completed", "declined", "cancelled")).toBeUndefined();
  });
});

describe("an assignment", () => {
  it("needs a unit in service; several live tasks at once are the commander's choice", () => {
    const stage = reported().do(commander, "unit.status", { status: "out_of_service" }, otherUnit);
    expect(assign(stage, { unitId: otherUnit })).toBe("unit-unavailable");
    expect(assign(stage)).toBe("accepted");
    expect(assign(stage, {}, task.replace(/bb$/, "bc"))).toBe("accepted");
    expect(assign(stage)).toBe("subject-taken");
  });

  it("needs an incident that is there and open", () => {
    const stage = reported();
    expect(assign(stage, { incidentId: unit })).toBe("not-there");
    stage.do(operator, "incident.close", { outcome: "resolved" });
    expect(assign(stage)).toBe("wrong-status");
  });

  it("S7 is no handover while somebody asks for protection", () => {
    const stage = reported().do(operator, "incident.revise", { changes: { protection: true } });
    expect(assign(stage, { action: "handover" })).toBe("protection-flag");
    expect(assign(stage)).toBe("accepted");
  });

  it("serves a request only when that was accepted, is about the incident, and is ours to serve", () => {
    const request = task.replace(/bb$/, "dd");
    const lao = account("LA", "commander");
    const make = { incidentId: subject, action: "patrol", urgency: "urgent" };
    const stage = reported().do(operator, "release.request").do(commander, "release.approve");
    stage.do(commander, "request.make", make, request);
    expect(assign(stage, { requestId: request })).toBe("bad-target");
    stage.do(lao, "request.accept", {}, request);
    expect(assign(stage, { requestId: request })).toBe("own-country-may-not");
  });
});

describe("a step of a task", () => {
  it("comes in order and keeps its time, which may be earlier than it was entered", () => {
    const stage = assigned();
    const skipped = stage.run(crew, "task.advance", { to: "on_scene" }, task);
    expect(skipped).toEqual({ ok: false, denial: { reason: "wrong-status", path: "body.to" } });
    const { assigned: at } = taskOf(stage).times;
    stage.do(crew, "task.acknowledge", { happenedAt: at }, task);
    expect(taskOf(stage)).toMatchObject({ status: "acknowledged", times: { acknowledged: at } });
    expect(outcomeOf(stage.run(crew, "task.acknowledge", {}, task))).toBe("wrong-status");
  });

  it("did not happen before the one before it", () => {
    const stage = reported().do(commander, "incident.acknowledge").do(commander, "task.assign", order, task);
    const early = { happenedAt: flood.occurredAt };
    expect(stage.run(crew, "task.acknowledge", early, task)).toEqual({
      ok: false,
      denial: { reason: "time-order", path: "body.happenedAt" },
    });
  });

  it("ends with its result, and then goes no further", () => {
    const stage = onScene().do(crew, "task.advance", { to: "completed", result: "two boats stopped" }, task);
    expect(taskOf(stage)).toMatchObject({ status: "completed", ended: { result: "two boats stopped" } });
    for (const [type, body] of [["task.cancel", reason] as const, ["task.decline", reason] as const]) {
      expect(outcomeOf(stage.run(commander, type, body, task))).toBe("wrong-status");
    }
  });

  it("is the crew's or a commander's, of the own country", () => {
    const stage = assigned();
    const other = { ...account("KH", "officer", 2), unitId: otherUnit };
    expect(outcomeOf(stage.run(other, "task.acknowledge", {}, task))).toBe("role-may-not");
    expect(outcomeOf(stage.run(operator, "task.acknowledge", {}, task))).toBe("role-may-not");
    expect(outcomeOf(stage.run(crew, "task.cancel", reason, task))).toBe("role-may-not");
    expect(outcomeOf(stage.run(commander, "task.acknowledge", {}, task))).toBe("accepted");
  });
});

describe("another unit", () => {
  const reassign = (stage: Stage, unitId: string) =>
    outcomeOf(stage.run(commander, "task.reassign", { unitId, ...reason }, task));

  it("starts again where the first one declined", () => {
    const stage = assigned().do(crew, "task.decline", reason, task);
    expect(taskOf(stage)).toMatchObject({ status: "declined", ended: reason });
    expect(reassign(stage, otherUnit)).toBe("accepted");
    const { status, unit: label, unitId, times, ended } = taskOf(stage);
    expect({ status, callsign: label.callsign, unitId, ended }).toEqual({
      status: "assigned",
      callsign: "STR-22",
      unitId: otherUnit,
      ended: undefined,
    });
    expect(Object.keys(times)).toEqual(["assigned"]);
  });

  it("is another one, and in service", () => {
    const stage = assigned();
    expect(reassign(stage, unit)).toBe("unit-unavailable");
    stage.do(commander, "unit.status", { status: "out_of_service" }, otherUnit);
    expect(reassign(stage, otherUnit)).toBe("unit-unavailable");
  });
});

it("S9 leaves the picture only once it has ended", () => {
  const system = account("KH", "system");
  const stage = assigned();
  expect(outcomeOf(stage.run(system, "task.archive", {}, task))).toBe("wrong-status");
  stage.do(commander, "task.cancel", reason, task).do(system, "task.archive", {}, task);
  expect(stage.nodes.KH.fold.picture.tasks.has(task)).toBe(false);
});
