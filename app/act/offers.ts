/** Which actions this account is offered on an entity as it stands now. */
import type { CommandBody, CommandType } from "@/domain/commands";
import type { DenialReason } from "@/domain/errors";
import { type PendingAction, requestPendingActions } from "@/domain/pending-actions/pending-actions";
import type { Action, ActionContext } from "./action";
import { type ActionEntities, type ActionKind, type ActionName, actionNames, actionRows } from "./actions";
import { canSend } from "./can-send";
import type { SendCommand } from "./send-command";

type Context<Kind extends ActionKind> = ActionContext<ActionEntities[Kind]>;

/** What is sent without a form. Type and body come from one row of the table, so they belong together. */
export type ImmediateCommand = { type: CommandType; subject: string; body: CommandBody<CommandType> };

export type Offer<Name extends string> = Pick<Action<never>, "type" | "icon" | "key" | "destructive"> & {
  name: Name;
  /** The command's subject. */
  subject: string;
  /** Sent as soon as the action is chosen; absent where a form comes first. */
  immediate?: ImmediateCommand;
  /** Why it cannot be done just now, though it is shown. */
  denial?: DenialReason;
  /** Whether it settles what this side must do just now. */
  isPending: boolean;
};

const none = (): boolean => false;
const all = (): boolean => true;

/** Denials that hide an action; with any other it is shown with the reason why it cannot be done. */
const hides: Record<ActionKind, (denial: DenialReason) => boolean> = {
  recalled: none,
  incident: none,
  request: (denial) => denial === "wrong-status",
  task: all,
  transfer: all,
  proposal: none,
};

/** What both sides must do, for the kinds whose rows say what they settle. */
const pendingActions: { [Kind in ActionKind]?: (context: Context<Kind>) => PendingAction[] } = {
  request: ({ entity, store }) =>
    requestPendingActions(entity, (id) => store.get("tasks", id), store.get("incidents", entity.incidentId)),
};

type Entity = ActionEntities[ActionKind];

const bodyOf = <Of extends Entity>(action: Action<Of>, context: ActionContext<Of>) =>
  action.form === "reason" ? { reason: "-" } : action.body(context);

const isImmediate = <Of extends Entity>(action: Action<Of>, context: ActionContext<Of>): boolean =>
  action.form === "none" || (action.form === "dialog" && action.isImmediate?.(context) === true);

function offer<Of extends Entity, Name extends string>(
  name: Name,
  action: Action<Of>,
  context: ActionContext<Of>,
  pending: ReadonlySet<string>,
): Offer<Name> | undefined {
  if (!action.fits(context)) return undefined;
  const { type, icon, key, destructive, settles, answeredByForm } = action;
  const { entity, user, store } = context;
  const subject = action.subject?.(context) ?? entity.id;
  const body = bodyOf(action, context);
  const permission = canSend(store, user, type, subject, body);
  if (!permission.show) return undefined;
  const { denial } = permission;
  const isDenied = denial !== undefined && !answeredByForm?.includes(denial);
  return {
    name,
    type,
    subject,
    isPending: settles !== undefined && pending.has(settles),
    ...(icon ? { icon } : {}),
    ...(key ? { key } : {}),
    ...(destructive ? { destructive } : {}),
    ...(isImmediate(action, context) ? { immediate: { type, subject, body } } : {}),
    ...(isDenied ? { denial } : {}),
  };
}

/**
 * What this account is offered, what its side must do just now first, else in the order of the table. Each action is
 * judged by `decide` itself; the server judges again, on newer state.
 */
export function offers<Kind extends ActionKind>(
  kind: Kind,
  context: Context<Kind>,
): Offer<ActionName<Kind>>[] {
  const { country } = context.user;
  const due = pendingActions[kind]?.(context).filter(({ by }) => by === country) ?? [];
  const pending = new Set(due.map(({ name }) => name));
  const offered = actionNames(kind).flatMap(
    (name) => offer(name, actionRows[kind][name], context, pending) ?? [],
  );
  // What a protection flag forbids is no offer (rule U4); the flag itself is shown with the facts.
  const shown = offered.filter(
    ({ denial }) => !denial || (denial !== "protection-flag" && !hides[kind](denial)),
  );
  return [...shown.filter(({ isPending }) => isPending), ...shown.filter(({ isPending }) => !isPending)];
}

/** Sends an action that needs no form. */
export const sendImmediate = (
  send: SendCommand,
  { type, subject, body }: ImmediateCommand,
): Promise<boolean> => send(type, subject, body);
