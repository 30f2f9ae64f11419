import { expect, it } from "vitest";
import type { Task } from "../task/schema";
import { mostUrgentFirst, urgentAt } from "./tasks";

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

it("is urgent by its due time until the unit is there", () => {
  const times = { assigned: at(0), acknowledged: at(1) };
  const due = taskOf("a", { status: "acknowledged", times, dueAt: at(3) });
  expect(urgentAt(due)).toBe(Date.parse(at(3)));
  const there = {
    ...due,
    status: "on_scene" as const,
    times: { ...times, en_route: at(2), on_scene: at(3) },
  };
  expect(urgentAt(there)).toBeGreaterThan(Date.parse(at(60)));
});

it("puts what nobody has acknowledged before work that goes on", () => {
  const busy = taskOf("busy", { status: "on_scene", times: { assigned: at(0), on_scene: at(10) } });
  const unheard = taskOf("unheard", { times: { assigned: at(12) } });
  expect(mostUrgentFirst([busy, unheard]).map(({ id }) => id)).toEqual(["unheard", "busy"]);
});

it("puts what has ended last, the latest first", () => {
  const ended = (id: string, minute: number) =>
    taskOf(id, { status: "cancelled", ended: { at: at(minute), reason: "-" } });
  expect(mostUrgentFirst([ended("old", 5), ended("new", 9), taskOf("live")]).map(({ id }) => id)).toEqual([
    "live",
    "new",
    "old",
  ]);
});
