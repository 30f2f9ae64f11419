/** What each side can do about a request here and now, asked of the very function that decides on the server. */
import type { CommandBody, CommandType } from "@/domain/commands";
import type { DenialReason } from "@/domain/errors";
import {
  type PendingActionName,
  requestPendingActions,
  strayTasks,
} from "@/domain/pending-actions/pending-actions";
import { agreedOf } from "@/domain/request/machine";
import type { Request } from "@/domain/request/schema";
import { canSend } from "../../act/can-send";
import type { SessionUser } from "../../live/session";
import type { LiveStore } from "../../live/store/store";

export const stepNames = [
  "accept",
  "acceptCounter",
  "confirm",
  "assign",
  "complete",
  "cancelTask",
  "read",
  "counter",
  "refuseCounter",
  "decline",
  "withdraw",
] as const;
export type StepName = (typeof stepNames)[number];

export type OfferedStep = {
  name: StepName;
  /** The command's subject: the request, or a task of it. */
  subject: string;
  denial?: DenialReason;
  /** What this side owes just now. */
  owed: boolean;
};

const settles: Record<StepName, PendingActionName | null> = {
  accept: "answer-request",
  acceptCounter: "answer-counter",
  confirm: "confirm-handover",
  assign: "assign-unit",
  complete: "complete-request",
  cancelTask: "cancel-task",
  read: "read-request",
  counter: null,
  refuseCounter: null,
  decline: null,
  withdraw: null,
};

const reason = { reason: "-" };
const rehearsed = (user: SessionUser): string => `${user.country}-00000000-0000-7000-8000-000000000000`;

type Rehearsal = { type: CommandType; subject: string; body: unknown };

/** What a rehearsal sends for a step; undefined where the step makes no sense as the request stands. */
function rehearsal(
  store: LiveStore,
  user: SessionUser,
  request: Request,
  name: StepName,
): Rehearsal | undefined {
  const { id: subject, incidentId, status } = request;
  const made = status === "made";
  const mine = user.country === request.from ? request.asked : request.answered;
  switch (name) {
    case "accept":
      return made ? { type: "request.accept", subject, body: {} } : undefined;
    case "read":
      return made && !request.answered.read ? { type: "request.acknowledge", subject, body: {} } : undefined;
    case "counter":
      return made ? { type: "request.counter", subject, body: { action: request.action } } : undefined;
    case "decline":
      return made ? { type: "request.decline", subject, body: reason } : undefined;
    case "acceptCounter":
      return status === "countered" ? { type: "request.accept-counter", subject, body: {} } : undefined;
    case "refuseCounter":
      return status === "countered" ? { type: "request.refuse-counter", subject, body: reason } : undefined;
    case "confirm":
      return status === "accepted" && request.handover && !mine.confirmed
        ? { type: "request.confirm", subject, body: {} }
        : undefined;
    case "assign": {
      if (status !== "accepted") return undefined;
      const { action } = agreedOf(request);
      const body = { incidentId, unitId: rehearsed(user), action, requestId: request.id };
      return { type: "task.assign", subject: rehearsed(user), body };
    }
    case "complete":
      return status === "accepted" ? { type: "request.complete", subject, body: { result: "-" } } : undefined;
    case "cancelTask": {
      const [task] = strayTasks(request, (id) => store.get("tasks", id));
      return task ? { type: "task.cancel", subject: task.id, body: reason } : undefined;
    }
    case "withdraw":
      return { type: "request.withdraw", subject, body: reason };
  }
}

/** What the form still asks for and a rehearsal cannot know. */
const askedLater = new Set<DenialReason>(["unit-unavailable"]);
/** A step that the state does not allow is not shown, rather than shown and refused. */
const unfit = new Set<DenialReason>(["wrong-status"]);

/** The steps this account may take, what is owed first. */
export function stepsOf(store: LiveStore, user: SessionUser, request: Request): OfferedStep[] {
  const debts = requestPendingActions(request, (id) => store.get("tasks", id));
  const owed = new Set(debts.filter(({ by }) => by === user.country).map(({ name }) => name));
  const offered = stepNames.flatMap((name): OfferedStep[] => {
    const sent = rehearsal(store, user, request, name);
    if (!sent) return [];
    const found = canSend(store, user, sent.type, sent.subject, sent.body as CommandBody<typeof sent.type>);
    if (!found.show || (found.denial && unfit.has(found.denial))) return [];
    const denial = found.denial && askedLater.has(found.denial) ? undefined : found.denial;
    const debt = settles[name];
    return [
      { name, subject: sent.subject, owed: debt !== null && owed.has(debt), ...(denial ? { denial } : {}) },
    ];
  });
  return [...offered.filter((step) => step.owed), ...offered.filter((step) => !step.owed)];
}
