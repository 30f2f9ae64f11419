import { expect, it } from "vitest";
import type { Task } from "./schema";
import { lastStepAt, reachedStages, stageSince } from "./stages";

const at = (minute: number): string => new Date(Date.UTC(2026, 9, 14, 1, minute)).toISOString();
const taskOf = (id: string, parts: Partial<Task> = {}): Task => ({
  id,
  incidentId: "KH-1",
  unitId: "KH-2",
  unit: { callsign: "STR-21", kind: "patrol" },
  country: "KH",
  action: "patrol",
  status: "assigned",
  times: { assigned: at(0) },
  ...parts,
});

it("counts the time in its stage from its last step, or from its end", () => {
  expect(stageSince(taskOf("a", { status: "en_route", times: { assigned: at(0), en_route: at(9) } }))).toBe(
    at(9),
  );
  expect(stageSince(taskOf("a", { status: "declined", ended: { at: at(4), reason: "-" } }))).toBe(at(4));
});

it("tells the stages it has reached in the order of the lifecycle", () => {
  const times = { on_scene: at(3), assigned: at(0), en_route: at(2), acknowledged: at(1) };
  expect(reachedStages(taskOf("a", { status: "on_scene", times })).map(({ stage }) => stage)).toEqual([
    "assigned",
    "acknowledged",
    "en_route",
    "on_scene",
  ]);
});

it("was last moved on by its latest step, though it was entered before an earlier one", () => {
  const times = { assigned: at(10), acknowledged: at(12), en_route: at(11) };
  expect(lastStepAt(taskOf("a", { times }))).toBe(at(12));
  expect(lastStepAt(taskOf("a"))).toBe(at(0));
});
