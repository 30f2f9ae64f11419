/** Folds an event into its task. One country writes a task, so its steps come in order; a late one is a no-op. */
import { scopeOf } from "../envelope";
import type { EventIn, EventOf } from "../events";
import { type TaskStep, taskAllows } from "./machine";
import type { Task } from "./schema";

const stepOf = {
  "task.acknowledged": "acknowledged",
  "task.declined": "declined",
  "task.cancelled": "cancelled",
} as const;

/** The task after an event; total over erased bodies. */
export function evolveTask(before: Task | undefined, event: EventIn<"tasks">): Task | undefined {
  switch (event.type) {
    case "task.assigned":
      return assigned(before, event);
    case "task.acknowledged":
    case "task.declined":
    case "task.cancelled":
      return stepped(before, event, stepOf[event.type]);
    case "task.advanced":
      return event.body ? stepped(before, event, event.body.to) : before;
    case "task.reassigned":
      return reassigned(before, event);
    case "task.archived":
      return undefined;
  }
}

function assigned(before: Task | undefined, event: EventOf<"task.assigned">): Task | undefined {
  if (!event.body) return before;
  const { happenedAt, ...body } = event.body;
  return {
    ...body,
    id: event.subject,
    country: event.actor.country,
    status: "assigned",
    times: { assigned: happenedAt ?? event.at },
    ...(scopeOf(event.stream) === "joint" ? { shared: true as const } : {}),
  };
}

type Stepping = Exclude<EventIn<"tasks">, { type: "task.assigned" | "task.reassigned" | "task.archived" }>;

function stepped(
  before: Task | undefined,
  event: Stepping,
  step: Exclude<TaskStep, "reassigned">,
): Task | undefined {
  if (!before || !taskAllows(before.status, step)) return before;
  const at = event.body?.happenedAt ?? event.at;
  if (step === "declined" || step === "cancelled") {
    const reason = event.body && "reason" in event.body ? { reason: event.body.reason } : {};
    return { ...before, status: step, ended: { at, ...reason } };
  }
  const times = { ...before.times, [step]: at };
  if (step !== "completed") return { ...before, status: step, times };
  const result =
    event.body && "result" in event.body && event.body.result ? { result: event.body.result } : {};
  return { ...before, status: step, times, ended: { at, ...result } };
}

/** Starts again at `assigned` with another unit; the earlier unit's times stay in the log. */
function reassigned(before: Task | undefined, event: EventOf<"task.reassigned">): Task | undefined {
  if (!before || !event.body || !taskAllows(before.status, "reassigned")) return before;
  const { ended: _, ...rest } = before;
  const { unitId, unit, happenedAt } = event.body;
  return { ...rest, unitId, unit, status: "assigned", times: { assigned: happenedAt ?? event.at } };
}
