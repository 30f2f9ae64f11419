import { expect, it } from "vitest";
import type { Task } from "@/domain/task/schema";
import { itemsOf, type TaskOrder, taskListings } from "./grouping";

const at = (minute: number): string => new Date(Date.UTC(2026, 9, 14, 1, minute)).toISOString();
const taskOf = (id: string, callsign: string, parts: Partial<Task> = {}): Task => ({
  id,
  incidentId: "KH-1",
  unitId: `KH-${callsign}`,
  unit: { callsign, kind: "patrol" },
  country: "KH",
  action: "patrol",
  status: "assigned",
  times: { assigned: at(0) },
  ...parts,
});

function listed(order: TaskOrder, tasks: readonly Task[]): string[] {
  const { keyOf, compare } = taskListings[order];
  const placed = tasks.flatMap((task) => {
    const key = keyOf(task);
    return key ? [{ task, key }] : [];
  });
  const sorted = placed.sort((a, b) => compare(a.key, b.key)).map(({ task }) => task);
  return itemsOf(order, sorted).map((item) =>
    item.type === "head" ? `${item.key} ${item.count}` : item.key,
  );
}

const onScene = taskOf("scene", "STR-21", {
  status: "on_scene",
  times: { assigned: at(0), on_scene: at(1) },
});
const fresh = taskOf("fresh", "STR-21", { times: { assigned: at(2) } });
const other = taskOf("other", "RAT-07", { times: { assigned: at(1) } });
const ended = taskOf("ended", "STR-30", { status: "cancelled", ended: { at: at(3), reason: "-" } });
const lao = taskOf("lao", "ATT-03", { country: "LA", shared: true, times: { assigned: at(3) } });
const all = [onScene, fresh, other, ended, lao];

it("shows live tasks of both sides, the most urgent first, without heads", () => {
  expect(listed("urgent", all)).toEqual(["other", "fresh", "lao", "scene"]);
});

it("groups by stage along the lifecycle", () => {
  expect(listed("stage", all)).toEqual(["assigned 3", "other", "fresh", "lao", "on_scene 1", "scene"]);
});

it("groups by unit, Cambodia before Laos, by callsign", () => {
  expect(listed("unit", all)).toEqual([
    "KH-RAT-07 1",
    "other",
    "KH-STR-21 2",
    "fresh",
    "scene",
    "KH-ATT-03 1",
    "lao",
  ]);
});

it("moves a task whose stage changes though it stays where it is", () => {
  const { keyOf, compare } = taskListings.stage;
  const [before, after] = [keyOf(fresh), keyOf({ ...fresh, status: "acknowledged" })];
  expect(before && after && compare(before, after)).not.toBe(0);
});
