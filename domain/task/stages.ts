/** How far a task is: its stages in the order of the lifecycle, and since when. */
import type { TaskStatus } from "./machine";
import type { Task } from "./schema";

export const taskStages = ["assigned", "acknowledged", "en_route", "on_scene", "completed"] as const;
export type TaskStage = (typeof taskStages)[number];

const order: readonly TaskStatus[] = taskStages;

/** Where a status stands among the stages; -1 for a task that ended without being completed. */
export const stageIndex = (status: TaskStatus): number => order.indexOf(status);

/** Since when it is in its stage, ISO 8601 UTC. */
export function stageSince({ status, times, ended }: Task): string {
  if (status === "declined" || status === "cancelled") return ended?.at ?? times.assigned;
  return times[status] ?? times.assigned;
}

/** The stages it has reached with their times, in the order of the lifecycle. */
export function reachedStages({ times }: Task): { stage: TaskStage; at: string }[] {
  return taskStages.flatMap((stage) => {
    const at = times[stage];
    return at ? [{ stage, at }] : [];
  });
}

/** The latest time a task holds: no later step happened before it. ISO 8601 UTC. */
export function lastStepAt(task: Task): string {
  return reachedStages(task).reduce((latest, { at }) => (at > latest ? at : latest), task.times.assigned);
}
