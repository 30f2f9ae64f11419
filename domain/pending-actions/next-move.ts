/**
 * Whose move it is, since when and for what: the one answer for desk, wall, board, cards and field screens. It follows
 * from the pending actions, and says who works where nothing is pending.
 */
import type { IncidentEntity } from "../incident/schema";
import { isLiveRequest, workersOf } from "../request/machine";
import { sinceOf, type TaskOf } from "../request/progress";
import type { Request } from "../request/schema";
import type { Country } from "../vocabulary";
import { type PendingAction, type PendingActionName, requestPendingActions } from "./pending-actions";

export type NextMove = {
  /** Whose move it is; both sides in a joint patrol or a handover. */
  countries: readonly Country[];
  /** What they must do; `working` while units do what was agreed. */
  what: PendingActionName | "working";
  /** ISO 8601 UTC. */
  since: string;
};

/** The move that the pending actions on one thing make: reading comes before answering; null when none is pending. */
export function nextMoveIn(pending: readonly PendingAction[]): NextMove | null {
  const next = pending.find(({ name }) => name === "read-request") ?? pending[0];
  if (!next) return null;
  const countries = pending.filter(({ name }) => name === next.name).map(({ by }) => by);
  return { countries, what: next.name, since: next.since };
}

/** Who must do what about a request, and since when; null when nobody has to any more. */
export function nextMoveOf(
  request: Request,
  taskOf: TaskOf,
  incident: IncidentEntity | undefined,
): NextMove | null {
  const move = nextMoveIn(requestPendingActions(request, taskOf, incident));
  if (move || !isLiveRequest(request)) return move;
  return { countries: workersOf(request), what: "working", since: sinceOf(request) };
}
