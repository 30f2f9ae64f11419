/** A request's state as a total function of its two parts, and which steps it allows (rule W9; docs/domain.md §4). */
import { type Country, countries } from "../vocabulary";
import type { Request } from "./schema";

type Asked = Request["asked"]["state"];
type Answered = Request["answered"]["state"];
export type RequestStatus = Request["status"];

/**
 * Rows: what the asking side wrote; columns: what the asked side wrote. The parts are disjoint, so concurrent
 * steps commute. Withdrawing while the other side accepts ends in *withdrawn*; work already done stays *completed*.
 */
const statusByParts: Record<Asked, Record<Answered, RequestStatus>> = {
  open: {
    none: "made",
    accepted: "accepted",
    declined: "declined",
    countered: "countered",
    completed: "completed",
  },
  withdrawn: {
    none: "withdrawn",
    accepted: "withdrawn",
    declined: "withdrawn",
    countered: "withdrawn",
    completed: "completed",
  },
  "counter-accepted": {
    none: "made",
    accepted: "accepted",
    declined: "declined",
    countered: "accepted",
    completed: "completed",
  },
  "counter-refused": {
    none: "made",
    accepted: "accepted",
    declined: "declined",
    countered: "declined",
    completed: "completed",
  },
};

export const requestStatus = (parts: Pick<Request, "asked" | "answered">): RequestStatus =>
  statusByParts[parts.asked.state][parts.answered.state];

export type RequestStep =
  | "withdraw"
  | "acknowledge"
  | "accept"
  | "decline"
  | "counter"
  | "accept-counter"
  | "refuse-counter"
  | "confirm"
  | "complete"
  | "archive";

const row = (...steps: RequestStep[]): ReadonlySet<RequestStep> => new Set(steps);
const steps: Record<RequestStatus, ReadonlySet<RequestStep>> = {
  made: row("withdraw", "acknowledge", "accept", "decline", "counter"),
  accepted: row("withdraw", "confirm", "complete"),
  countered: row("withdraw", "accept-counter", "refuse-counter"),
  declined: row("archive"),
  completed: row("archive"),
  withdrawn: row("archive"),
};

export const requestAllows = (request: Request, step: RequestStep): boolean =>
  steps[request.status].has(step);

/** Whether it still waits for somebody. */
export const isLiveRequest = (request: Request): boolean => !requestAllows(request, "archive");

/**
 * What was agreed, or asked for while nothing is agreed: a counter that was accepted replaces action and time. A
 * handover is due at its appointment.
 */
export function agreedOf(request: Request): Pick<Request, "action" | "dueAt"> {
  const { counter } = request.answered;
  const agreed = (request.asked.state === "counter-accepted" && counter) || request;
  const { action } = agreed;
  const appointmentAt = action === "handover" ? request.appointmentAt : undefined;
  const dueAt = agreed === request ? (appointmentAt ?? request.dueAt) : (agreed.dueAt ?? appointmentAt);
  return { action, ...(dueAt ? { dueAt } : {}) };
}

/** Who works on it once it is agreed: both sides in a joint patrol, else the asked one. */
export const workersOf = (request: Request): readonly Country[] =>
  agreedOf(request).action === "joint-patrol" ? countries : [request.to];

/** Whether both sides have confirmed a handover and counted differently. */
export function numbersDiffer({ asked, answered }: Pick<Request, "asked" | "answered">): boolean {
  const [here, there] = [asked.confirmed?.count, answered.confirmed?.count];
  return here !== undefined && there !== undefined && here !== there;
}

/**
 * Who must still confirm that something was handed over: each side, before there is a result, and both again while
 * their numbers differ. Told by the action and not by place and time (`handover`), which walls and field screens are
 * not shown.
 */
export function unconfirmedBy(request: Request): readonly Country[] {
  const { action, from, asked, answered } = request;
  if (action !== "handover" && agreedOf(request).action !== "handover") return [];
  if (numbersDiffer(request)) return countries;
  return countries.filter((country) => !(country === from ? asked : answered).confirmed);
}
