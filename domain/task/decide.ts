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
import { agreedOf } from "../request/machine";
import type { Request } from "../request/schema";
import type { Unit } from "../unit/schema";
import type { Action, Country } from "../vocabulary";
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
    const happenedAt = "happenedAt" in command.body ? command.body.happenedAt : undefined;
    if (happenedAt && happenedAt < lastTime(task)) return refuse("time-order", "body.happenedAt");
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
      const label = { callsign: unit.callsign, kind: unit.kind };
      return step("reassigned", { ...base, type: "task.reassigned", body: { ...command.body, unit: label } });
    }
    case "task.archive":
      if (!task.ended) return refuse("wrong-status");
      return accept({ ...base, type: "task.archived", body: {} });
  }
}

/** A handover stops where it stands once somebody has asked for protection (safeguard S7); it can still be ended. */
function isHeldBack(view: DecisionView, { action, incidentId }: Task): boolean {
  const incident = view.incident(incidentId);
  return action === "handover" && isIncident(incident) && incident.national?.protection === "raised";
}

function lastTime(task: Task): string {
  return Object.values(task.times)
    .filter((time) => time !== undefined)
    .reduce((latest, time) => (time > latest ? time : latest), task.times.assigned);
}

/** An own unit that is not out of service; several live tasks at once are the commander's choice. */
function usableUnit(view: DecisionView, unitId: string, country: Country): Unit | undefined {
  const unit = view.unit(unitId);
  return unit && unit.country === country && unit.status !== "out_of_service" ? unit : undefined;
}

function decideAssign(view: DecisionView, command: CommandOf<"task.assign">, meta: Meta): Decision {
  const { requestId, shared, ...body } = command.body;
  const request = requestId ? view.request(requestId) : undefined;
  if (requestId && (request?.status !== "accepted" || request.incidentId !== body.incidentId)) {
    return refuse("bad-target", "body.requestId");
  }
  if (request && !mayServe(request, meta.account.country))
    return refuse("own-country-may-not", "body.requestId");
  const order = { ...body, taskId: command.subject, ...(requestId ? { requestId } : {}) };
  const assigned = draftAssignment(
    view,
    order,
    shared === true || request !== undefined,
    meta,
    eventIdAt(meta),
  );
  if (!assigned.ok || !requestId) return assigned;
  const link = {
    id: eventIdAt(meta, 1),
    scope: "joint" as const,
    type: "request.task-added" as const,
    subject: requestId,
  };
  return accept(...assigned.drafts, { ...link, body: { taskId: command.subject } });
}

/** The asked country serves a request; in a joint patrol or a handover both sides do, each with its own task. */
function mayServe(request: Request, country: Country): boolean {
  const { action } = agreedOf(request);
  return request.to === country || action === "joint-patrol" || action === "handover";
}

export type Order = {
  taskId: string;
  incidentId: string;
  unitId: string;
  action: Action;
  dueAt?: string | undefined;
  requestId?: string;
  happenedAt?: string | undefined;
};

/** Checks an assignment and drafts its event; also the second half of accepting a request. */
export function draftAssignment(
  view: DecisionView,
  order: Order,
  joint: boolean,
  meta: Meta,
  id: string,
): Decision {
  const { taskId, dueAt, happenedAt, ...rest } = order;
  if (view.subjectTaken(taskId)) return refuse("subject-taken", "subject");
  const incident = view.incident(order.incidentId);
  if (!isIncident(incident)) return refuse("bad-target", "body.incidentId");
  if (!isOpen(incident)) return refuse("wrong-status", "body.incidentId");
  if (joint && incident.sharing !== "released") return refuse("not-released", "body.shared");
  if (order.action === "handover" && incident.national?.protection === "raised")
    return refuse("protection-flag");
  const unit = usableUnit(view, order.unitId, meta.account.country);
  if (!unit) return refuse("unit-unavailable", "body.unitId");
  const label = { callsign: unit.callsign, kind: unit.kind };
  const times = { ...(dueAt ? { dueAt } : {}), ...(happenedAt ? { happenedAt } : {}) };
  return accept({
    id,
    scope: scopeFor(joint),
    type: "task.assigned",
    subject: taskId,
    body: { ...rest, unit: label, ...times },
  });
}
