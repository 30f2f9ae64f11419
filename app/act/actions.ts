/**
 * All that can be done with an incident, a request, a task, a transfer and a proposal: one table, one row per action.
 * Which form a row opens is said by a total table beside the forms: `screens/command/incident-dialogs.tsx`,
 * `parts/request/request-dialogs.tsx`, `parts/task/task-dialogs.tsx`.
 */
import type { Incident, Tombstone } from "@/domain/incident/schema";
import type { Proposal } from "@/domain/proposal/schema";
import type { Request } from "@/domain/request/schema";
import type { Task } from "@/domain/task/schema";
import type { Action, NamesWithForm } from "./action";
import { incidentActions, recalledActions } from "./incident-actions";
import { proposalActions } from "./proposal-actions";
import { requestActions } from "./request-actions";
import { taskActions } from "./task-actions";
import { transferActions } from "./transfer-actions";

/** What each kind of action is done to. */
export type ActionEntities = {
  recalled: Tombstone;
  incident: Incident;
  request: Request;
  task: Task;
  transfer: Incident;
  proposal: Proposal;
};
export type ActionKind = keyof ActionEntities;

export const actions = {
  recalled: recalledActions,
  incident: incidentActions,
  request: requestActions,
  task: taskActions,
  transfer: transferActions,
  proposal: proposalActions,
} satisfies { [Kind in ActionKind]: Record<string, Action<ActionEntities[Kind]>> };

export type ActionName<Kind extends ActionKind> = keyof (typeof actions)[Kind] & string;

/** The same rows, read as what they have in common. */
export const actionRows: { [Kind in ActionKind]: Record<ActionName<Kind>, Action<ActionEntities[Kind]>> } =
  actions;

/** The names of a kind, in the order of its table. */
export function actionNames<Kind extends ActionKind>(kind: Kind): ActionName<Kind>[] {
  return Object.keys(actionRows[kind]) as ActionName<Kind>[];
}

type Form = "none" | "dialog" | "panel" | "reason";

/** The actions of a kind that have a certain form. */
export type ActionWithForm<Kind extends ActionKind, Wanted extends Form> = ActionName<Kind> &
  NamesWithForm<(typeof actions)[Kind], Wanted>;

export function hasForm<Kind extends ActionKind, Wanted extends Form>(
  kind: Kind,
  name: ActionName<Kind>,
  form: Wanted,
): name is ActionWithForm<Kind, Wanted> {
  return actionRows[kind][name].form === form;
}
