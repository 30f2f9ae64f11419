/** Decides about requests to the partner. A country that needs the other's unit asks; the other decides. */
import type { CommandIn, CommandOf } from "../commands";
import {
  accept,
  type Decision,
  type DecisionView,
  type Draft,
  eventIdAt,
  type Meta,
  refuse,
} from "../decision";
import { requestsEndAt } from "../incident/ended";
import { isOpen } from "../incident/machine";
import { isIncident } from "../incident/schema";
import { isFlagged } from "../incident/victims";
import { draftAssignment } from "../task/assignment";
import { decideConfirm, isHeldBack } from "./confirm";
import { agreedOf, numbersDiffer, type RequestStep, requestAllows, unconfirmedBy } from "./machine";
import type { Request, requestCommands } from "./schema";

type RequestCommand = CommandIn<keyof typeof requestCommands>;

/** What the request slice makes of a command. The command is authorised already. */
export function decideRequest(view: DecisionView, command: RequestCommand, meta: Meta): Decision {
  if (command.type === "request.make") return decideMake(view, command, meta);
  const request = view.request(command.subject);
  if (!request) throw new Error("a request decision needs its request");
  const base = { id: eventIdAt(meta), subject: command.subject, scope: "joint" as const };
  const step = (name: RequestStep, draft: Draft): Decision =>
    requestAllows(request, name) ? accept(draft) : refuse("wrong-status");
  switch (command.type) {
    case "request.withdraw":
      return step("withdraw", { ...base, type: "request.withdrawn", body: command.body });
    case "request.acknowledge":
      if (request.answered.read) return refuse("already-read");
      return step("acknowledge", { ...base, type: "request.acknowledged", body: command.body });
    case "request.accept":
      if (hasEnded(view, request)) return refuse("wrong-status", "subject");
      return requestAllows(request, "accept")
        ? decideAccept(view, request, command, meta)
        : refuse("wrong-status");
    case "request.decline":
      return step("decline", { ...base, type: "request.declined", body: command.body });
    case "request.counter":
      if (hasEnded(view, request)) return refuse("wrong-status", "subject");
      if (command.body.action === "handover" && isHeldBack(view, request)) return refuse("protection-flag");
      return step("counter", { ...base, type: "request.countered", body: command.body });
    case "request.accept-counter":
      if (hasEnded(view, request)) return refuse("wrong-status", "subject");
      if (request.answered.counter?.action === "handover" && isHeldBack(view, request))
        return refuse("protection-flag");
      return step("accept-counter", { ...base, type: "request.counter-accepted", body: command.body });
    case "request.refuse-counter":
      return step("refuse-counter", { ...base, type: "request.counter-refused", body: command.body });
    case "request.confirm":
      return requestAllows(request, "confirm")
        ? decideConfirm(view, request, command, meta)
        : refuse("wrong-status");
    case "request.complete":
      if (numbersDiffer(request)) return refuse("numbers-differ");
      if (unconfirmedBy(request).length > 0) return refuse("not-confirmed");
      return step("complete", { ...base, type: "request.completed", body: command.body });
    case "request.archive":
      return step("archive", { ...base, type: "request.archived", body: {} });
  }
}

/** Nothing is agreed any more about an incident that has ended; what was agreed can be ended. */
const hasEnded = (view: DecisionView, request: Request): boolean =>
  requestsEndAt(view.incident(request.incidentId)) !== undefined;

function decideMake(view: DecisionView, command: CommandOf<"request.make">, meta: Meta): Decision {
  const { subject, body } = command;
  if (view.subjectTaken(subject)) return refuse("subject-taken", "subject");
  const incident = view.incident(body.incidentId);
  if (!isIncident(incident)) return refuse("bad-target", "body.incidentId");
  if (incident.sharing !== "released") return refuse("not-released", "body.incidentId");
  if (!isOpen(incident)) return refuse("wrong-status", "body.incidentId");
  if (body.action === "handover" && isFlagged(incident)) return refuse("protection-flag");
  return accept({ id: eventIdAt(meta), scope: "joint", type: "request.made", subject, body });
}

/** Accepts, and assigns in the same step when asked to: both happen, or neither. */
function decideAccept(
  view: DecisionView,
  request: Request,
  command: CommandOf<"request.accept">,
  meta: Meta,
): Decision {
  const { assign, happenedAt } = command.body;
  const when = happenedAt ? { happenedAt } : {};
  if (request.action === "handover" && isHeldBack(view, request)) return refuse("protection-flag");
  const accepted = (body: { taskId?: string }): Draft => ({
    id: eventIdAt(meta),
    scope: "joint",
    type: "request.accepted",
    subject: request.id,
    body: { ...body, ...when },
  });
  if (!assign) return accept(accepted({}));
  const { incidentId } = request;
  const order = { ...agreedOf(request), ...assign, incidentId, requestId: request.id, ...when };
  const task = draftAssignment(view, order, true, meta, eventIdAt(meta, 1));
  if (!task.ok)
    return refuse(task.denial.reason, task.denial.path?.replace(/^body\.unitId$/, "body.assign.unitId"));
  return accept(accepted({ taskId: assign.taskId }), ...task.drafts);
}
