import { expect, it } from "vitest";
import { account, Stage, subject } from "@/tests/support/given";
import { byOpenness, isOpenRequest, strayTasks, tasksOfSide } from "./progress";

const request = "KH-00000000-0000-4000-8000-000000000003";
const unit = "LA-00000000-0000-4000-8000-0000000000aa";
const task = "LA-00000000-0000-4000-8000-0000000000bb";
const khmer = account("KH", "commander");
const lao = account("LA", "commander");

const accepted = () =>
  new Stage()
    .released()
    .do(lao, "unit.register", { callsign: "CHA-07", kind: "patrol" }, unit)
    .do(khmer, "request.make", { incidentId: subject, action: "patrol", urgency: "urgent" }, request)
    .do(lao, "request.accept", { assign: { taskId: task, unitId: unit } }, request);

function requestOf(stage: Stage) {
  const { requests, tasks } = stage.nodes.KH.fold.picture;
  const found = requests.get(request);
  if (!found) throw new Error("the request is not there");
  return { found, taskOf: (id: string) => tasks.get(id) };
}

it("has the tasks of each side", () => {
  const { found, taskOf } = requestOf(accepted());
  expect(tasksOfSide(found, "LA", taskOf).map(({ id }) => id)).toEqual([task]);
  expect(tasksOfSide(found, "KH", taskOf)).toEqual([]);
  expect(tasksOfSide(found, "LA", () => undefined)).toEqual([]);
});

it("stays open after its withdrawal as long as a unit is on its way for it", () => {
  const stage = accepted();
  expect(strayTasks(requestOf(stage).found, requestOf(stage).taskOf)).toEqual([]);
  stage.do(khmer, "request.withdraw", { reason: "found" }, request);
  const before = requestOf(stage);
  expect(strayTasks(before.found, before.taskOf).map(({ id }) => id)).toEqual([task]);
  expect(isOpenRequest(before.found, before.taskOf)).toBe(true);
  expect(byOpenness([before.found], before.taskOf)).toEqual({ open: [before.found], ended: [] });
  stage.do(lao, "task.cancel", { reason: "withdrawn" }, task);
  const after = requestOf(stage);
  expect(isOpenRequest(after.found, after.taskOf)).toBe(false);
  expect(byOpenness([after.found], after.taskOf)).toEqual({ open: [], ended: [after.found] });
});
