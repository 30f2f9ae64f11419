/** A task that serves a request: assigned like any other, and the request learns of it in the same step. */
import type { CommandOf } from "../commands";
import { accept, type Decision, type DecisionView, eventIdAt, type Meta, refuse } from "../decision";
import { draftAssignment } from "../task/assignment";
import type { Country } from "../vocabulary";
import { agreedOf } from "./machine";
import type { Request } from "./schema";

/** What becomes of `task.assign` with a `requestId`. The command is authorised already. */
export function decideServingTask(
  view: DecisionView,
  command: CommandOf<"task.assign">,
  requestId: string,
  meta: Meta,
): Decision {
  const { shared: _, ...body } = command.body;
  const request = view.request(requestId);
  if (request?.status !== "accepted" || request.incidentId !== body.incidentId) {
    return refuse("bad-target", "body.requestId");
  }
  if (!mayServe(request, meta.account.country)) return refuse("own-country-may-not", "body.requestId");
  const { dueAt } = agreedOf(request);
  const order = { ...(dueAt ? { dueAt } : {}), ...body, taskId: command.subject, requestId };
  const assigned = draftAssignment(view, order, true, meta, eventIdAt(meta));
  if (!assigned.ok) return assigned;
  return accept(...assigned.drafts, {
    id: eventIdAt(meta, 1),
    scope: "joint",
    type: "request.task-added",
    subject: requestId,
    body: { taskId: command.subject },
  });
}

/** The asked country serves a request; in a joint patrol or a handover both sides do, each with its own task. */
function mayServe(request: Request, country: Country): boolean {
  const { action } = agreedOf(request);
  return request.to === country || action === "joint-patrol" || action === "handover";
}
