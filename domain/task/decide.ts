/** Decides about tasks: a country commands only its own units. */
import type { CommandIn, CommandOf } from "../commands";
import {
  accept,
  type Decision,
  type DecisionView,
  type Draft,
  eventIdAt,
  type Meta,
  refuse,
  scopeFor,
} from "../decision";
import { isOpen } from "../incident/machine";
import { isIncident } from "../incident/schema";
import { isFlagged } from "../incident/victims";
import { draftAssignment, unitLabelOf, usableUnit } from "./assignment";
import { type TaskStep, taskAllows } from "./machine";
import type { Task, taskCommands } from "./schema";

type TaskCommand = CommandIn<keyof typeof taskCommands>;

/** What the task slice makes of a command. The command is authorised already. */
export function decideTask(view: DecisionView, command: TaskCommand, meta: Meta): Decision {
  if (command.type === "task.assign") return decideAssign(view, command, meta);
  const task = view.task(command.subject);
  if (!task) throw new Error("a task decision needs its task");
  const base = { id: eventIdAt(meta), subject: command.subject, scope: scopeFor(task.shared === true) };
  const step = (name: TaskStep, draft: Draft, path?: string): Decision => {
    if (!taskAllows(task.status, name)) return refuse("wrong-status", path);
    return accept(draft);
  };
  switch (command.type) {
    case "task.acknowledge":
      return step("acknowledged", { ...base, type: "task.acknowledged", body: command.body });
    case "task.advance":
      if (isHeldBack(view, task)) return refuse("protection-flag");
      return step(command.body.to, { ...base, type: "task.advanced", body: command.body }, "body.to");
    case "task.decline":
      return step("declined", { ...base, type: "task.declined", body: command.body });
    case "task.cancel":
      return step("cancelled", { ...base, type: "task.cancelled", body: command.body });
    case "task.reassign": {
      const unit = usableUnit(view, command.body.unitId, task.country);
      if (!unit || unit.id === task.unitId) return refuse("unit-unavailable", "body.unitId");
      if (isHeldBack(view, task)) return refuse("protection-flag");
      // Nobody new is sent to what the partner has recalled; what is under way can be ended.
      const incident = view.incident(task.incidentId);
      if (incident && !isIncident(incident)) return refuse("wrong-sharing");
      if (incident && !isOpen(incident)) return refuse("wrong-status", "subject");
      const body = { ...command.body, unit: unitLabelOf(unit) };
      return step("reassigned", { ...base, type: "task.reassigned", body });
    }
    case "task.archive":
      if (!task.ended) return refuse("wrong-status");
      return accept({ ...base, type: "task.archived", body: {} });
  }
}

/** A handover stops where it stands once somebody has asked for protection (safeguard S7); it can still be ended. */
const isHeldBack = (view: DecisionView, { action, incidentId }: Task): boolean =>
  action === "handover" && isFlagged(view.incident(incidentId));

/** An assignment of its own; one that serves a request is decided with the request (request/serve.ts). */
function decideAssign(view: DecisionView, command: CommandOf<"task.assign">, meta: Meta): Decision {
  const { shared, requestId: _, ...body } = command.body;
  const order = { ...body, taskId: command.subject };
  return draftAssignment(view, order, shared === true, meta, eventIdAt(meta));
}
