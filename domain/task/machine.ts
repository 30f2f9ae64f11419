/** The lifecycle of a task as total tables (docs/domain.md §4). No step is skipped. */
import type { z } from "zod";
import type { taskStatusSchema, UnitStatus } from "../vocabulary";
import type { Task } from "./schema";

export type TaskStatus = z.infer<typeof taskStatusSchema>;
export type TaskStep =
  | "acknowledged"
  | "en_route"
  | "on_scene"
  | "completed"
  | "declined"
  | "cancelled"
  | "reassigned";

const row = (...allowed: TaskStep[]): ReadonlySet<TaskStep> => new Set(allowed);

const steps: Record<TaskStatus, ReadonlySet<TaskStep>> = {
  assigned: row("acknowledged", "declined", "cancelled", "reassigned"),
  acknowledged: row("en_route", "declined", "cancelled", "reassigned"),
  en_route: row("on_scene", "declined", "cancelled", "reassigned"),
  on_scene: row("completed", "cancelled", "reassigned"),
  completed: row(),
  declined: row("reassigned"),
  cancelled: row(),
};

/** Whether the lifecycle allows a step from this status. */
export const taskAllows = (status: TaskStatus, step: TaskStep): boolean => steps[status].has(step);

/** The one step forward from a status, for the officer's big button; null when there is none. */
export const nextStep: Record<TaskStatus, "acknowledged" | "en_route" | "on_scene" | "completed" | null> = {
  assigned: "acknowledged",
  acknowledged: "en_route",
  en_route: "on_scene",
  on_scene: "completed",
  completed: null,
  declined: null,
  cancelled: null,
};

export const isLiveTask = (task: Pick<Task, "status">): boolean => nextStep[task.status] !== null;

/** How a live task shows on its unit; the most advanced of several wins. */
const onUnit: Record<TaskStatus, { rank: number; status: UnitStatus } | null> = {
  assigned: { rank: 1, status: "assigned" },
  acknowledged: { rank: 2, status: "assigned" },
  en_route: { rank: 3, status: "en_route" },
  on_scene: { rank: 4, status: "on_scene" },
  completed: null,
  declined: null,
  cancelled: null,
};

/** A unit's status as its live tasks decide it; undefined when none does. */
export function statusFromTasks(tasks: readonly Pick<Task, "status">[]): UnitStatus | undefined {
  const shown = tasks.flatMap((task) => onUnit[task.status] ?? []).sort((a, b) => b.rank - a.rank);
  return shown[0]?.status;
}
