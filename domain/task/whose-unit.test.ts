import { describe, expect, test } from "vitest";
import { account, flood, outcomeOf, Stage, subject } from "@/tests/support/given";

const operator = account("KH", "operator");
const commander = account("KH", "commander");
const laoCommander = account("LA", "commander");
const unit = "KH-00000000-0000-4000-8000-000000000101";
const laoUnit = "LA-00000000-0000-4000-8000-000000000102";
const task = "KH-00000000-0000-4000-8000-000000000201";
const order = { incidentId: subject, unitId: unit, action: "patrol" };

const withUnits = (stage = new Stage()) =>
  stage
    .do(commander, "unit.register", { callsign: "STR-21", kind: "patrol" }, unit)
    .do(laoCommander, "unit.register", { callsign: "CHA-07", kind: "boat" }, laoUnit);

describe("W8 whose unit it is, and who sees the task", () => {
  test("a commander sends an own unit, never the partner's", () => {
    const stage = withUnits().released();
    const foreign = { ...order, unitId: laoUnit };
    expect(outcomeOf(stage.run(commander, "task.assign", foreign, task))).toBe("unit-unavailable");
    expect(outcomeOf(stage.run(commander, "task.assign", order, task))).toBe("accepted");
    expect(outcomeOf(stage.run(laoCommander, "task.cancel", { reason: "no" }, task))).toBe("not-there");
  });

  test("a task is joint only when it is assigned so, and only on a released incident", () => {
    const stage = withUnits().do(account("KH", "officer"), "incident.report", flood);
    const shared = { ...order, shared: true };
    expect(outcomeOf(stage.run(commander, "task.assign", shared, task))).toBe("not-released");
    stage.do(operator, "release.request").do(commander, "release.approve");
    stage.do(commander, "task.assign", order, task);
    expect(stage.nodes.LA.fold.picture.tasks.get(task)).toBeUndefined();
    const second = task.replace(/1$/, "2");
    stage.do(commander, "task.assign", shared, second).do(commander, "task.acknowledge", {}, second);
    expect(stage.nodes.LA.fold.picture.tasks.get(second)).toMatchObject({
      status: "acknowledged",
      unit: { callsign: "STR-21", kind: "patrol" },
    });
  });
});
