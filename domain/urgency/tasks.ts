/** Which task is most urgent: told by the task alone, so that it is the same whatever the time is now. */
import { isLiveTask } from "../task/machine";
import type { Task } from "../task/schema";
import { stageSince } from "../task/stages";

const minuteMs = 60_000;

/** Our proposal: how long a stage usually takes before somebody asks after it, in minutes. */
const usualMinutes: Record<Task["status"], number> = {
  assigned: 5,
  acknowledged: 15,
  en_route: 60,
  on_scene: 120,
  completed: 0,
  declined: 0,
  cancelled: 0,
};

/**
 * When somebody should look at it, milliseconds since the epoch: its due time, or the end of what its stage usually
 * takes, whichever is sooner.
 */
export function urgentAt(task: Task): number {
  const usual = Date.parse(stageSince(task)) + usualMinutes[task.status] * minuteMs;
  const due = task.dueAt && !task.times.on_scene ? Date.parse(task.dueAt) : Number.POSITIVE_INFINITY;
  return Math.min(usual, due);
}

/** Live ones by urgency, then what has ended, the latest first. */
export function mostUrgentFirst(tasks: readonly Task[]): Task[] {
  return [...tasks].sort((a, b) => {
    const [liveA, liveB] = [isLiveTask(a), isLiveTask(b)];
    if (liveA !== liveB) return liveA ? -1 : 1;
    return liveA ? urgentAt(a) - urgentAt(b) : Date.parse(stageSince(b)) - Date.parse(stageSince(a));
  });
}
