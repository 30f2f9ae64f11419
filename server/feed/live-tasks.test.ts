import { describe, expect, it } from "vitest";
import { type Change, emptyPicture } from "@/domain/picture";
import type { Task } from "@/domain/task/schema";
import type { Country } from "@/domain/vocabulary";
import { LiveTasks } from "./live-tasks";

const patrol = "KH-00000000-0000-4000-8000-000000000021";
const boat = "KH-00000000-0000-4000-8000-000000000024";
const lao = "LA-00000000-0000-4000-8000-000000000007";

function taskOf(id: string, parts: Partial<Task> = {}): Task {
  return {
    id,
    incidentId: "flood",
    unitId: patrol,
    unit: { callsign: "STR-21", kind: "patrol" },
    country: "KH",
    action: "patrol",
    status: "assigned",
    times: { assigned: "2026-11-01T00:00:00.000Z" },
    ...parts,
  };
}
const change = (before: Task | undefined, after: Task | undefined): Change => ({
  collection: "tasks",
  id: (after ?? before)?.id ?? "",
  before,
  after,
});

/** An index after these tasks have begun, one after the other. */
function indexOf(...tasks: Task[]): LiveTasks {
  const index = new LiveTasks(emptyPicture());
  for (const task of tasks) index.apply(change(undefined, task));
  return index;
}

const isJoint = (index: LiveTasks, country: Country, unitId: string): boolean =>
  index.jointSince(country, unitId) !== undefined;

describe("the index of live tasks", () => {
  it("is joint since the first of the joint tasks that still run", () => {
    const earlier = taskOf("earlier", { shared: true });
    const times = { assigned: "2026-11-01T02:00:00.000Z" };
    const index = indexOf(taskOf("later", { shared: true, times }), earlier, taskOf("national"));
    expect(index.jointSince("KH", patrol)).toBe(earlier.times.assigned);
    index.apply(change(earlier, { ...earlier, status: "completed" }));
    expect(index.jointSince("KH", patrol)).toBe(times.assigned);
  });

  it("is joint from the beginning of a joint task to its end, and not by a national one", () => {
    const joint = taskOf("joint", { shared: true });
    const index = indexOf(taskOf("national"));
    expect(isJoint(index, "KH", patrol)).toBe(false);
    index.apply(change(undefined, joint));
    expect([isJoint(index, "KH", patrol), isJoint(index, "KH", boat)]).toEqual([true, false]);
    const moving: Task = { ...joint, status: "en_route" };
    index.apply(change(joint, moving));
    expect(isJoint(index, "KH", patrol)).toBe(true);
    index.apply(change(moving, { ...moving, status: "completed" }));
    expect(isJoint(index, "KH", patrol)).toBe(false);
    expect(index.incidentsOf(patrol)).toEqual(new Set(["flood"]));
  });

  it("keeps a unit joint while another joint task of it is live, and follows a task to another unit", () => {
    const [first, second] = [taskOf("first", { shared: true }), taskOf("second", { shared: true })];
    const index = indexOf(first, second);
    index.apply(change(first, { ...first, status: "cancelled" }));
    expect(isJoint(index, "KH", patrol)).toBe(true);
    index.apply(change(second, { ...second, unitId: boat }));
    expect([isJoint(index, "KH", patrol), isJoint(index, "KH", boat)]).toEqual([false, true]);
    index.apply(change({ ...second, unitId: boat }, undefined));
    expect(isJoint(index, "KH", boat)).toBe(false);
  });

  it("never reveals a unit by a task of the other country that names it", () => {
    const index = indexOf(taskOf("foreign", { country: "LA", unitId: patrol, shared: true }));
    expect(isJoint(index, "KH", patrol)).toBe(false);
  });

  it("gives the own units on a unit's incidents, itself included, and none of the partner's", () => {
    const index = indexOf(
      taskOf("mine"),
      taskOf("boat", { unitId: boat }),
      taskOf("lao", { unitId: lao, country: "LA", shared: true }),
      taskOf("elsewhere", { unitId: "KH-elsewhere", incidentId: "seizure" }),
    );
    expect(index.unitsAlongside("KH", patrol)).toEqual(new Set([patrol, boat]));
    expect(index.unitsAlongside("KH", "KH-idle")).toEqual(new Set(["KH-idle"]));
    expect(index.incidentsOf(undefined)).toEqual(new Set());
  });

  it("is the same built from a picture as updated incrementally", () => {
    const picture = emptyPicture();
    const tasks = [taskOf("a", { shared: true }), taskOf("b", { unitId: boat, status: "declined" })];
    for (const task of tasks) picture.tasks.set(task.id, task);
    const made = new LiveTasks(picture);
    const grown = indexOf(...tasks);
    for (const index of [made, grown])
      expect([isJoint(index, "KH", patrol), index.incidentsOf(boat)]).toEqual([true, new Set()]);
    made.replace(emptyPicture());
    expect(isJoint(made, "KH", patrol)).toBe(false);
  });
});
