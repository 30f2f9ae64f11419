/** Decides whether a side confirms a handover: with its number where persons are handed over, and not before it can have been. */
import type { CommandOf } from "../commands";
import { accept, type Decision, type DecisionView, eventIdAt, type Meta, refuse } from "../decision";
import { isFlagged } from "../incident/victims";
import { agreedOf } from "./machine";
import type { Request } from "./schema";

/** Two parties that meet early are this much early at most; milliseconds. */
const earliestMs = 30 * 60_000;

/** Whether somebody asked for protection (safeguard S7): then nothing is handed over. */
export const isHeldBack = (view: DecisionView, request: Request): boolean =>
  isFlagged(view.incident(request.incidentId));

/** What becomes of `request.confirm` on an accepted request. A number can be corrected, not said twice. */
export function decideConfirm(
  view: DecisionView,
  request: Request,
  { subject, body }: CommandOf<"request.confirm">,
  meta: Meta,
): Decision {
  const { confirmed } = meta.account.country === request.from ? request.asked : request.answered;
  if (confirmed && (body.count === undefined || body.count === confirmed.count))
    return refuse("nothing-to-change");
  if (isHeldBack(view, request)) return refuse("protection-flag");
  if (request.handover?.of === "persons" && body.count === undefined) return refuse("bad-form", "body.count");
  if (isTooEarly(request, body.happenedAt ?? meta.at))
    return refuse("too-early", body.happenedAt ? "body.happenedAt" : undefined);
  return accept({ id: eventIdAt(meta), scope: "joint", type: "request.confirmed", subject, body });
}

function isTooEarly(request: Request, at: string): boolean {
  const { dueAt } = agreedOf(request);
  if (!request.appointmentAt || !dueAt) return false;
  return Date.parse(at) < Date.parse(dueAt) - earliestMs;
}
