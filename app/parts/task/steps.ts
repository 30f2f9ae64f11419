/** What may be done with a task here and now, and the commands these are. */
import { nextStep, taskAllows } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import { canSend } from "../../act/can-send";
import type { SendCommand } from "../../act/send-command";
import type { SessionUser } from "../../live/session";
import type { LiveStore } from "../../live/store/store";

/** What asks something first. `radio`: the next step, at the time it came over the radio. */
export type TaskAsk = "radio" | "complete" | "reassign" | "decline" | "cancel";
export type Step = NonNullable<(typeof nextStep)[Task["status"]]>;
export type TaskOffers = { next: Step | undefined; asks: readonly TaskAsk[] };

const none: TaskOffers = { next: undefined, asks: [] };
const reason = "-";

function stepAllowed(store: LiveStore, user: SessionUser, task: Task, step: Step): boolean {
  const found =
    step === "acknowledged"
      ? canSend(store, user, "task.acknowledge", task.id, {})
      : canSend(store, user, "task.advance", task.id, { to: step });
  return found.show && !found.denial;
}

/** Asks the domain's own decision about each step; a task of the other side offers nothing. */
export function taskOffers(store: LiveStore, user: SessionUser, task: Task): TaskOffers {
  if (task.country !== user.country) return none;
  const step = nextStep[task.status];
  const next = step && stepAllowed(store, user, task, step) ? step : undefined;
  // The unit is chosen in the form: only that it is missing yet may speak against it.
  const reassigned = canSend(store, user, "task.reassign", task.id, { unitId: task.unitId, reason });
  const declined = canSend(store, user, "task.decline", task.id, { reason });
  const cancelled = canSend(store, user, "task.cancel", task.id, { reason });
  const moved = reassigned.show && (!reassigned.denial || reassigned.denial === "unit-unavailable");
  const asks: TaskAsk[] = [
    ...(next && next !== "completed" ? (["radio"] as const) : []),
    ...(moved && canMove(task) ? (["reassign"] as const) : []),
    ...(declined.show && !declined.denial ? (["decline"] as const) : []),
    ...(cancelled.show && !cancelled.denial ? (["cancel"] as const) : []),
  ];
  return { next, asks };
}

/** A decision looks at the unit before the lifecycle, so what has ended for good is left out here. */
const canMove = ({ status }: Task): boolean => taskAllows(status, "reassigned");

/** Sends one step forward. */
export function sendStep(
  run: SendCommand,
  task: Task,
  step: Step,
  said: { happenedAt?: string; result?: string } = {},
): Promise<boolean> {
  const { happenedAt, result } = said;
  const when = happenedAt ? { happenedAt } : {};
  if (step === "acknowledged") return run("task.acknowledge", task.id, when);
  const outcome = step === "completed" && result ? { result } : {};
  return run("task.advance", task.id, { to: step, ...outcome, ...when });
}
