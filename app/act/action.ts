/** What an action is: one row of the table in `actions.ts`. */
import type { LucideIcon } from "lucide-react";
import type { CommandBody, CommandType } from "@/domain/commands";
import type { DenialReason } from "@/domain/errors";
import type { PendingActionName } from "@/domain/pending-actions/pending-actions";
import type { Country } from "@/domain/vocabulary";
import type { SessionUser } from "../live/session";
import type { LiveStore } from "../live/store/store";

/** What an action is judged on: its entity, its user, and the picture. */
export type ActionContext<Entity> = { entity: Entity; user: SessionUser; store: LiveStore };

type BodyFrom<Entity, Type extends CommandType> = (context: ActionContext<Entity>) => CommandBody<Type>;

type Common<Entity> = {
  /** False where offering it would make no sense, whatever the rules say. */
  fits: (context: ActionContext<Entity>) => boolean;
  /** The command's subject; the entity itself when absent. */
  subject?: (context: ActionContext<Entity>) => string;
  /** The pending action it settles. */
  settles?: PendingActionName;
  /** Denials that only mean that the form is not filled in yet; they do not withhold the action. */
  answeredByForm?: readonly DenialReason[];
  destructive?: true;
  icon?: LucideIcon;
  /** The key that starts it, upper case. */
  key?: string;
};

/** Needs no form: it is sent as soon as it is chosen. */
type Immediate<Entity, Type extends CommandType> = Common<Entity> & {
  type: Type;
  form: "none";
  body: BodyFrom<Entity, Type>;
};

/** Opens a form of its own; with `body` the permission is asked before the form is filled in. */
type WithForm<Entity, Type extends CommandType> = Common<Entity> & {
  type: Type;
  form: "dialog" | "panel";
  body: BodyFrom<Entity, Type>;
  /** Whether this entity needs no form after all; `body` is sent as it is. */
  isImmediate?: (context: ActionContext<Entity>) => boolean;
};

/** Commands that need a reason and nothing else. */
export type ReasonCommand = {
  [Type in CommandType]: { reason: string } extends CommandBody<Type>
    ? CommandBody<Type> extends { reason: string }
      ? Type
      : never
    : never;
}[CommandType];

/** Asks for a reason and for nothing else. */
export type WithReason<Entity> = Common<Entity> & { type: ReasonCommand; form: "reason" };

/** An action on one kind of entity; the type of its command decides the type of its body. */
export type Action<Entity> =
  | { [Type in CommandType]: Immediate<Entity, Type> | WithForm<Entity, Type> }[CommandType]
  | WithReason<Entity>;

/** The names of those actions in a table that have a certain form. */
export type NamesWithForm<Table, Form> = {
  [Name in keyof Table]: Table[Name] extends { form: Form } ? Name : never;
}[keyof Table];

/** A subject that only has to look like a new one of this country: nothing is stored under it. */
export const unusedSubject = (country: Country): string => `${country}-00000000-0000-7000-8000-000000000000`;

/** For actions that create something: the subject is made when the form is sent. */
export const createsSubject = {
  subject: ({ user }: ActionContext<unknown>): string => unusedSubject(user.country),
};
