/**
 * Whether a command would be accepted now, by asking the very function that decides on the server. The result is only
 * a courtesy: the server decides again, on newer state.
 */
import type { Account } from "@/domain/actor";
import type { Command, CommandBody, CommandIn, CommandType } from "@/domain/commands";
import { decide } from "@/domain/decide";
import { type Meta, mostEvents } from "@/domain/decision";
import type { DenialReason } from "@/domain/errors";
import { roleMay } from "@/domain/permissions";
import { viewOf } from "@/domain/view";
import type { SessionUser } from "../live/session";
import type { LiveStore } from "../live/store/store";

/** Denials that no change of the picture lifts for this account: what they deny is not shown at all. */
const permanent = new Set<DenialReason>([
  "role-may-not",
  "not-the-owner",
  "not-the-originator",
  "own-country-may-not",
  "foreign-subject",
  "not-there",
  "not-the-author",
]);

/** `show`: whether the account may see the action; `denial`: why it cannot be done just now. */
export type SendPermission = { show: boolean; denial?: DenialReason };

export const isAllowed = ({ show, denial }: SendPermission): boolean => show && denial === undefined;

/** Ids that only have to look like ids: nothing of the decision is kept. */
const unusedId = "00000000-0000-7000-8000-000000000000";
const unusedEventIds = (count: number) => Array.from({ length: count }, () => unusedId);

function accountOf(user: SessionUser): Account {
  return { ...user, id: user.username, by: user.by ?? "" };
}

export function canSend<Type extends CommandType>(
  store: LiveStore,
  user: SessionUser,
  type: Type,
  subject: string,
  body: CommandBody<Type>,
): SendPermission {
  if (!roleMay(user.role, type)) return { show: false };
  const command: CommandIn<Type> = { id: unusedId, type, subject, body, basis: store.vector };
  const meta: Meta = {
    account: accountOf(user),
    at: new Date(store.time.now()).toISOString(),
    eventIds: unusedEventIds(mostEvents(command)),
    resolved: {},
  };
  const view = {
    ...viewOf(store.picture, {
      subjectTaken: (id) => store.get("incidents", id) !== undefined,
      refTaken: () => false,
      vector: () => store.vector,
    }),
    belongingTo: (id: string) => store.contextOf(id),
  };
  // One of many types of command is one of all of them, which the compiler cannot follow for a type parameter.
  const decision = decide(view, command as Command, meta);
  if (decision.ok) return { show: true };
  const { reason } = decision.denial;
  return { show: !permanent.has(reason), denial: reason };
}
