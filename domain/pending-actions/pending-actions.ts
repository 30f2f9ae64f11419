/**
 * What each side of a response has still to do: pure, from the incident and what belongs to it. The triage list,
 * the cards and the timeline's last boxes all read it here, so that none of them can forget one.
 */
import type { ClockKind } from "../clock/clock";
import { requestsEndAt, tasksEndAt } from "../incident/ended";
import { type Incident, type IncidentEntity, isIncident } from "../incident/schema";
import type { Message } from "../message/schema";
import type { Proposal } from "../proposal/schema";
import { agreedOf, isLiveRequest, unconfirmedBy, workersOf } from "../request/machine";
import { sinceOf, strayTasks, type TaskOf, tasksOfSide } from "../request/progress";
import type { Request } from "../request/schema";
import { isLiveTask } from "../task/machine";
import type { Task } from "../task/schema";
import { type Action, type Country, partnerOf } from "../vocabulary";

/** The most pressing first. */
export const pendingActionNames = [
  "answer-request",
  "read-request",
  "answer-counter",
  "cancel-task",
  "stand-down",
  "answer-transfer",
  "complete-transfer",
  "confirm-handover",
  "assign-unit",
  "complete-request",
  "decide-proposal",
] as const;
export type PendingActionName = (typeof pendingActionNames)[number];

/** Who of a side settles it: any desk, or its commander. */
export const pendingActionRoles: Record<PendingActionName, "desk" | "commander"> = {
  "answer-request": "commander",
  "read-request": "desk",
  "answer-counter": "commander",
  "cancel-task": "commander",
  "stand-down": "commander",
  "answer-transfer": "commander",
  "complete-transfer": "commander",
  "confirm-handover": "desk",
  "assign-unit": "commander",
  "complete-request": "commander",
  "decide-proposal": "desk",
};

/** The clock that runs for it, where one does. */
export const pendingActionClocks: Record<PendingActionName, ClockKind | null> = {
  "answer-request": "request-answer",
  "read-request": "request-read",
  "answer-counter": "request-answer",
  "cancel-task": "task-after-withdrawal",
  "stand-down": "stand-down",
  "answer-transfer": null,
  "complete-transfer": null,
  "confirm-handover": null,
  "assign-unit": "task-due",
  "complete-request": "task-due",
  "decide-proposal": null,
};

export type PendingAction = {
  name: PendingActionName;
  /** Who must act. */
  by: Country;
  /** The request, proposal, task or incident it is about. */
  about: string;
  /** ISO 8601 UTC. */
  since: string;
};

/** What belongs to an incident, as far as pending actions and what is unseen need it. */
export type IncidentContext = {
  requests: readonly Request[];
  proposals: readonly Proposal[];
  /** All tasks on it, of both sides as far as they are known here. */
  tasks: readonly Task[];
  messages: readonly Message[];
  taskOf: TaskOf;
};

export const noContext: IncidentContext = {
  requests: [],
  proposals: [],
  tasks: [],
  messages: [],
  taskOf: () => undefined,
};

/** Whether an action is done by a unit that must be sent; the others are done from the desk. */
export const needsUnit: Record<Action, boolean> = {
  "stop-and-check": true,
  watch: true,
  patrol: true,
  "joint-patrol": true,
  "pursuit-notice": false,
  "request-information": false,
  rescue: true,
  screen: true,
  refer: false,
  "protective-transfer": true,
  "liaison-meeting": false,
  handover: false,
  "return-property": false,
  "close-post": false,
};

function acceptedPendingActions(request: Request, taskOf: TaskOf): PendingAction[] {
  const { action } = agreedOf(request);
  const { id: about, to } = request;
  const since = sinceOf(request);
  const unconfirmed = unconfirmedBy(request);
  if (unconfirmed.length > 0)
    return unconfirmed.map((by) => ({ name: "confirm-handover", by, about, since }));
  const sides = workersOf(request);
  const idle = needsUnit[action]
    ? sides.filter((side) =>
        tasksOfSide(request, side, taskOf).every(
          ({ status }) => status === "declined" || status === "cancelled",
        ),
      )
    : [];
  if (idle.length > 0) return idle.map((by) => ({ name: "assign-unit", by, about, since }));
  const working = sides.some((side) => tasksOfSide(request, side, taskOf).some(isLiveTask));
  return working ? [] : [{ name: "complete-request", by: to, about, since }];
}

const laterOf = (a: string, b: string): string => (a > b ? a : b);

/**
 * The pending actions on one request, the most pressing first. `incident` is what it is about: once that has ended,
 * nothing can be done about a request any more but to withdraw it.
 */
export function requestPendingActions(
  request: Request,
  taskOf: TaskOf,
  incident: IncidentEntity | undefined,
): PendingAction[] {
  const { id: about, to, from, answered } = request;
  const since = sinceOf(request);
  const endedAt = requestsEndAt(incident);
  if (endedAt !== undefined && isLiveRequest(request))
    return [{ name: "stand-down", by: from, about, since: laterOf(endedAt, since) }];
  switch (request.status) {
    case "made": {
      const answer: PendingAction = { name: "answer-request", by: to, about, since };
      return answered.read ? [answer] : [answer, { name: "read-request", by: to, about, since }];
    }
    case "countered":
      return [{ name: "answer-counter", by: from, about, since }];
    case "accepted":
      return acceptedPendingActions(request, taskOf);
    case "withdrawn":
      return sidesOf(strayTasks(request, taskOf)).map((by) => ({ name: "cancel-task", by, about, since }));
    case "declined":
    case "completed":
      return [];
  }
}

const sidesOf = (tasks: readonly Task[]): Country[] => [...new Set(tasks.map(({ country }) => country))];

/** The pending action on a transfer of the incident, if one is under way. */
export function transferPendingActions({ id: about, owner, transfer }: Incident): PendingAction[] {
  if (!transfer) return [];
  const { offered, answered } = transfer;
  if (!answered) return [{ name: "answer-transfer", by: partnerOf(owner), about, since: offered.at }];
  if (answered.state === "declined") return [];
  return [{ name: "complete-transfer", by: owner, about, since: answered.at }];
}

/** The pending action on a proposal: the owner decides it. */
export function proposalPendingActions(
  { owner }: Pick<Incident, "owner">,
  { id, made, from, answered }: Proposal,
): PendingAction[] {
  if (answered || from === owner) return [];
  return [{ name: "decide-proposal", by: owner, about: id, since: made.at }];
}

/** A unit that is still on its way though its incident has ended: its own side calls it back. */
export function taskPendingActions(task: Task, incident: IncidentEntity | undefined): PendingAction[] {
  const endedAt = tasksEndAt(incident, task.country);
  if (endedAt === undefined || !isLiveTask(task)) return [];
  const since = laterOf(endedAt, task.times.assigned);
  return [{ name: "stand-down", by: task.country, about: task.id, since }];
}

/** All pending actions on an incident, of both sides, the most pressing first. */
export function pendingActionsOf(
  entity: IncidentEntity,
  { requests, proposals, tasks, taskOf }: IncidentContext,
): PendingAction[] {
  const ofRequests = requests.flatMap((request) => requestPendingActions(request, taskOf, entity));
  // A unit that a withdrawn request left on its way is named with the request.
  const strays = new Set(requests.flatMap((request) => strayTasks(request, taskOf)).map(({ id }) => id));
  const others = tasks.filter(({ id }) => !strays.has(id));
  const owed = [
    ...ofRequests,
    ...others.flatMap((task) => taskPendingActions(task, entity)),
    ...(isIncident(entity) ? transferPendingActions(entity) : []),
    ...(isIncident(entity) ? proposals.flatMap((one) => proposalPendingActions(entity, one)) : []),
  ];
  return owed.sort(
    (a, b) =>
      pendingActionNames.indexOf(a.name) - pendingActionNames.indexOf(b.name) || (a.since < b.since ? -1 : 1),
  );
}
