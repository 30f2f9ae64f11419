import { describe, expect, it } from "vitest";
import { type Change, emptyPicture } from "../picture";
import { unitsHiddenBy } from "./hidden-units";
import type { Task } from "./schema";

const unitId = "KH-00000000-0000-4000-8000-000000000021";
const joint: Task = {
  id: "task",
  incidentId: "incident",
  unitId,
  unit: { callsign: "STR-21", kind: "patrol" },
  country: "KH",
  action: "joint-patrol",
  status: "en_route",
  times: { assigned: "2026-11-01T00:00:00.000Z" },
  shared: true,
};
const completed: Task = { ...joint, status: "completed" };
const change = (before: Task | undefined, after: Task | undefined): Change => ({
  collection: "tasks",
  id: joint.id,
  before,
  after,
});

/** A picture with these tasks in it. */
function holding(...tasks: Task[]) {
  const picture = emptyPicture();
  for (const task of tasks) picture.tasks.set(task.id, task);
  return picture;
}

describe("S12 what a screen forgets of the partner's units", () => {
  it.each([
    ["ends", completed],
    ["leaves the picture", undefined],
    ["goes to another unit", { ...joint, unitId: "KH-other" }],
  ])("is where the unit is, once its joint task %s", (_, after) => {
    const picture = after ? holding(after) : emptyPicture();
    expect(unitsHiddenBy(picture, [change(joint, after)])).toEqual(new Set([unitId]));
  });

  it("is nothing while the task goes on or another joint one of the unit lives", () => {
    const onScene: Task = { ...joint, status: "on_scene" };
    expect(unitsHiddenBy(holding(onScene), [change(joint, onScene)]).size).toBe(0);
    const another: Task = { ...joint, id: "another" };
    expect(unitsHiddenBy(holding(completed, another), [change(joint, completed)]).size).toBe(0);
    const ended: Task = { ...another, status: "cancelled" };
    expect(unitsHiddenBy(holding(completed, ended), [change(joint, completed)])).toEqual(new Set([unitId]));
  });

  it("is nothing of a unit in the own picture, nor by a national task, which was never shown", () => {
    const picture = holding(completed);
    picture.units.set(unitId, {
      id: unitId,
      country: "KH",
      callsign: "STR-21",
      kind: "patrol",
      status: "available",
    });
    expect(unitsHiddenBy(picture, [change(joint, completed)]).size).toBe(0);
    const { shared: _, ...national } = joint;
    expect(unitsHiddenBy(emptyPicture(), [change(national, undefined)]).size).toBe(0);
  });
});
