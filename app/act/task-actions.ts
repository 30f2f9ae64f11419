/** What can be done with a task of the own side; a task of the other side offers nothing. */
import type { CommandBody } from "@/domain/commands";
import { nextStep, type TaskStatus, taskAllows } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import { trimInvisible } from "@/domain/text";
import type { Action, ActionContext } from "./action";

type Fits = (context: ActionContext<Task>) => boolean;

const own =
  (fits: (task: Task) => boolean): Fits =>
  ({ entity, user }) =>
    entity.country === user.country && fits(entity);

const stepsTo = (status: TaskStatus): Fits => own((task) => nextStep[task.status] === status);

/** Forward, one step at a time. */
export const taskSteps = {
  acknowledge: { type: "task.acknowledge", form: "none", body: () => ({}), fits: stepsTo("acknowledged") },
  setOut: { type: "task.advance", form: "none", body: () => ({ to: "en_route" }), fits: stepsTo("en_route") },
  arrive: { type: "task.advance", form: "none", body: () => ({ to: "on_scene" }), fits: stepsTo("on_scene") },
  complete: {
    type: "task.advance",
    form: "dialog",
    body: () => ({ to: "completed" }),
    fits: stepsTo("completed"),
  },
} satisfies Record<string, Action<Task>>;

export const taskActions = {
  ...taskSteps,
  reassign: {
    type: "task.reassign",
    form: "dialog",
    body: ({ entity }) => ({ unitId: entity.unitId, reason: "-" }),
    answeredByForm: ["unit-unavailable"],
    // A decision looks at the unit before the lifecycle, so what has ended for good is left out here.
    fits: own(({ status }) => taskAllows(status, "reassigned")),
  },
  decline: { type: "task.decline", form: "dialog", body: () => ({ reason: "-" }), fits: own(() => true) },
  cancel: {
    type: "task.cancel",
    form: "dialog",
    body: () => ({ reason: "-" }),
    destructive: true,
    fits: own(() => true),
  },
} satisfies Record<string, Action<Task>>;

/** What may be added to a step: when it happened (ISO 8601 UTC), and how the task ended. */
export type StepDetails = { happenedAt?: string | undefined; result?: string | undefined };
export type StepCommand =
  | { type: "task.acknowledge"; body: CommandBody<"task.acknowledge"> }
  | { type: "task.advance"; body: CommandBody<"task.advance"> };

/** The command of the one step forward; null when there is none. */
export function stepCommand(task: Task, { happenedAt, result }: StepDetails = {}): StepCommand | null {
  const to = nextStep[task.status];
  if (to === null) return null;
  const when = happenedAt ? { happenedAt } : {};
  if (to === "acknowledged") return { type: "task.acknowledge", body: when };
  const said = trimInvisible(result ?? "");
  const outcome = to === "completed" && said ? { result: said } : {};
  return { type: "task.advance", body: { to, ...outcome, ...when } };
}
