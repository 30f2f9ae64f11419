import { expect, it } from "vitest";
import { account, Stage, subject } from "@/tests/support/given";
import { effectiveUnitStatus, toWire } from "../derive";
import { isOutOnTask, statedBeside } from "./stated";

const commander = account("KH", "commander");
const id = "KH-00000000-0000-4000-8000-0000000000aa";
const task = "KH-00000000-0000-4000-8000-0000000000bb";

function unitOn(stage: Stage) {
  const { picture } = stage.nodes.KH.fold;
  const unit = picture.units.get(id);
  if (!unit) throw new Error("no unit");
  const shown = effectiveUnitStatus(unit, [...picture.tasks.values()]);
  return { unit, shown, wire: toWire(picture).units.find((one) => one.id === id) };
}
const sent = () =>
  new Stage()
    .released()
    .do(commander, "unit.register", { callsign: "STR-21", kind: "patrol" }, id)
    .do(commander, "task.assign", { incidentId: subject, unitId: id, action: "patrol" }, task);

it.each(["available", "busy", "out_of_service"] as const)(
  "K17 what a crew sets during a task stands beside what follows from the task: %s",
  (status) => {
    const stage = sent();
    if (status !== "available") stage.do(commander, "unit.status", { status }, id);
    const { unit, shown, wire } = unitOn(stage);
    expect(shown).toBe("assigned");
    expect(statedBeside(unit, shown)).toBe(status === "available" ? undefined : status);
    expect(isOutOnTask(unit, shown)).toBe(status === "out_of_service");
    // A client that reads the snapshot's own fields finds the same.
    expect(wire && statedBeside(wire, wire.status)).toBe(statedBeside(unit, shown));
  },
);

it("K17 the warning ends with the task, or when the crew is back in service", () => {
  const back = sent()
    .do(commander, "unit.status", { status: "out_of_service" }, id)
    .do(commander, "unit.status", { status: "available" }, id);
  expect(isOutOnTask(unitOn(back).unit, unitOn(back).shown)).toBe(false);
  const cancelled = sent()
    .do(commander, "unit.status", { status: "out_of_service" }, id)
    .do(commander, "task.cancel", { reason: "another unit goes" }, task);
  const { unit, shown } = unitOn(cancelled);
  expect(shown).toBe("out_of_service");
  expect(isOutOnTask(unit, shown)).toBe(false);
});
