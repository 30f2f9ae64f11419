import { describe, expect, it } from "vitest";
import { frontTask, liveTasks, partnerSees, tappedAt, unacknowledged } from "./crew";
import type { Task } from "./schema";

const minute = (value: number) => `2026-10-14T00:${String(value).padStart(2, "0")}:00.000Z`;

function task(id: string, status: Task["status"], parts: Partial<Task> = {}): Task {
  return {
    id,
    incidentId: "KH-incident",
    unitId: "KH-unit",
    unit: { callsign: "STR-21", kind: "patrol" },
    country: "KH",
    action: "watch",
    status,
    times: { assigned: minute(10) },
    ...parts,
  };
}

const ids = (tasks: readonly Task[]) => tasks.map(({ id }) => id);

describe("a unit's tasks", () => {
  const underWay = task("under-way", "en_route");
  const soon = task("soon", "acknowledged", { dueAt: minute(30) });
  const late = task("late", "acknowledged", { dueAt: minute(50) });
  const given = task("given", "assigned", { dueAt: minute(20) });
  const earlier = task("earlier", "assigned", { times: { assigned: minute(5) } });
  const done = task("done", "completed");
  const all = [done, given, late, soon, earlier, underWay];

  it("stand by how far they are, then by when they are due; ended ones leave", () => {
    expect(ids(liveTasks(all))).toEqual(["under-way", "soon", "late", "given", "earlier"]);
  });

  it("keep the one in front there until it ends, whatever comes", () => {
    const live = liveTasks(all);
    expect(frontTask(live, undefined)?.id).toBe("under-way");
    expect(frontTask(live, "given")?.id).toBe("given");
    expect(frontTask(live, "done")?.id).toBe("under-way");
    expect(frontTask([], "given")).toBeUndefined();
  });

  it("name what nobody has acknowledged, the longest waiting first", () => {
    expect(ids(unacknowledged(liveTasks(all)))).toEqual(["earlier", "given"]);
  });

  it("S12 show the unit to the partner only while one of them is joint", () => {
    expect(partnerSees(liveTasks(all))).toBe(false);
    expect(partnerSees(liveTasks([...all, task("joint", "assigned", { shared: true })]))).toBe(true);
    expect(partnerSees(liveTasks([...all, task("joint", "completed", { shared: true })]))).toBe(false);
  });
});

describe("a step", () => {
  it("taken without a connection happened when it was tapped, but never before the step before it", () => {
    const moving = task("one", "en_route", {
      times: { assigned: minute(10), acknowledged: minute(12), en_route: minute(20) },
    });
    expect(tappedAt(moving, Date.parse(minute(25)))).toBe(minute(25));
    expect(tappedAt(moving, Date.parse(minute(15)))).toBe(minute(20));
  });
});
