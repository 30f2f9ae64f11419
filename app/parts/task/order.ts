/** Which task is most urgent, and since when it is where it is. Pure, and the same whatever the time is now. */
import { isLiveTask } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import { stages } from "./stages";

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

/** Since when it is in its stage, ISO 8601 UTC. */
export function sinceOf({ status, times, ended }: Task): string {
  if (status === "declined" || status === "cancelled") return ended?.at ?? times.assigned;
  return times[status] ?? times.assigned;
}

/** When somebody should look at it: its due time, or the end of what its stage usually takes, whichever is sooner. */
export function urgentAt(task: Task): number {
  const usual = Date.parse(sinceOf(task)) + usualMinutes[task.status] * minuteMs;
  const due = task.dueAt && !task.times.on_scene ? Date.parse(task.dueAt) : Number.POSITIVE_INFINITY;
  return Math.min(usual, due);
}

/** Live ones by urgency, then what has ended, the latest first. */
export function inOrder(tasks: readonly Task[]): Task[] {
  return [...tasks].sort((a, b) => {
    const [liveA, liveB] = [isLiveTask(a), isLiveTask(b)];
    if (liveA !== liveB) return liveA ? -1 : 1;
    return liveA ? urgentAt(a) - urgentAt(b) : Date.parse(sinceOf(b)) - Date.parse(sinceOf(a));
  });
}

/** The steps it has taken with their times, in the order of the lifecycle. */
export function takenSteps({ times }: Task): { step: keyof Task["times"]; at: string }[] {
  return stages.flatMap((stage) => {
    const step = stage as keyof Task["times"];
    const at = times[step];
    return at ? [{ step, at }] : [];
  });
}
