/** The live tasks in the orders of the board. Pure: positions follow from the task alone, so one change moves one row. */
import { isLiveTask } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import { stageIndex } from "@/domain/task/stages";
import { urgentAt } from "@/domain/urgency/tasks";
import type { ListingOptions } from "../../../live/views/listing";

export const taskOrders = ["urgent", "stage", "unit"] as const;
export type TaskOrder = (typeof taskOrders)[number];

type Key = readonly (string | number)[];

function compareKeys(a: Key, b: Key): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined || left === right) continue;
    return left < right ? -1 : 1;
  }
  return 0;
}

const keys: Record<TaskOrder, (task: Task) => Key> = {
  urgent: (task) => [urgentAt(task)],
  stage: (task) => [stageIndex(task.status), urgentAt(task)],
  unit: (task) => [task.country, task.unit.callsign, task.unitId, urgentAt(task), task.status],
};

const listing = (order: TaskOrder): ListingOptions<"tasks", Key> => ({
  collection: "tasks",
  keyOf: (task) => (isLiveTask(task) ? keys[order](task) : null),
  compare: compareKeys,
});

/** One options object per order: a listing is kept as long as its options stay the same. */
export const taskListings: Record<TaskOrder, ListingOptions<"tasks", Key>> = {
  urgent: listing("urgent"),
  stage: listing("stage"),
  unit: listing("unit"),
};

export type TaskItem =
  | { type: "head"; key: string; task: Task; count: number }
  | { type: "row"; key: string; id: string };

const groupOf: Record<TaskOrder, (task: Task) => string> = {
  urgent: () => "",
  stage: (task) => task.status,
  unit: (task) => task.unitId,
};

/** Rows with a head before each group; the tasks come in the order of their listing. */
export function itemsOf(order: TaskOrder, tasks: readonly Task[]): TaskItem[] {
  const items: TaskItem[] = [];
  let head: Extract<TaskItem, { type: "head" }> | undefined;
  for (const task of tasks) {
    const group = groupOf[order](task);
    if (group !== "" && head?.key !== group) {
      head = { type: "head", key: group, task, count: 0 };
      items.push(head);
    }
    if (head) head.count += 1;
    items.push({ type: "row", key: task.id, id: task.id });
  }
  return items;
}
