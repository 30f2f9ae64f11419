/** A unit's tasks as its crew has them: which comes first, what nobody acknowledged, when a step happened. */
import { compareText } from "../order";
import { isLiveTask, type TaskStatus } from "./machine";
import type { Task } from "./schema";
import { lastStepAt } from "./stages";

/** What a unit is in the middle of comes before what it has only been given. */
const progress: Record<TaskStatus, number> = {
  on_scene: 0,
  en_route: 1,
  acknowledged: 2,
  assigned: 3,
  completed: 4,
  declined: 4,
  cancelled: 4,
};

/** After every time that can be. */
const never = "9999";

function compareTasks(a: Task, b: Task): number {
  return (
    progress[a.status] - progress[b.status] ||
    compareText(a.dueAt ?? never, b.dueAt ?? never) ||
    compareText(a.times.assigned, b.times.assigned) ||
    compareText(a.id, b.id)
  );
}

/** The unit's live tasks, the one it is furthest with first, then the one due soonest. */
export function liveTasks(tasks: readonly Task[]): Task[] {
  return tasks.filter(isLiveTask).sort(compareTasks);
}

/**
 * The task in front. The one that stood there stays as long as it lives: the big button must never turn into another
 * task's under a thumb.
 */
export function frontTask(live: readonly Task[], keptId: string | undefined): Task | undefined {
  return live.find(({ id }) => id === keptId) ?? live[0];
}

/** Tasks nobody of the unit has acknowledged yet, the longest waiting first. */
export function unacknowledged(live: readonly Task[]): Task[] {
  return live
    .filter(({ status }) => status === "assigned")
    .sort((a, b) => compareText(a.times.assigned, b.times.assigned));
}

/** Whether the partner sees where the unit is (safeguard S12): only while it has an agreed joint task. */
export const partnerSees = (live: readonly Task[]): boolean => live.some(({ shared }) => shared === true);

/**
 * When a step happened that was taken without a connection: when it was tapped, not when it is sent, and never before
 * the step before it. `nowMs` is milliseconds since the epoch by this device; ISO 8601 UTC.
 */
export function tappedAt(task: Task, nowMs: number): string {
  const now = new Date(nowMs).toISOString();
  const last = lastStepAt(task);
  return now > last ? now : last;
}
