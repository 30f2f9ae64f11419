/**
 * Whether a command would be accepted now, by asking the very function that decides on the server. The answer is
 * only a courtesy: the server decides again, on newer state.
 */
import type { Account } from "@/domain/actor";
import type { Command, CommandBody, CommandType } from "@/domain/commands";
import { decide } from "@/domain/decide";
import type { Meta } from "@/domain/decision";
import type { DenialReason } from "@/domain/errors";
import { roleMay } from "@/domain/permissions";
import { viewOf } from "@/domain/view";
import type { SessionUser } from "../live/session";
import type { LiveStore } from "../live/store/store";

/** Reasons that no waiting will cure: such an action is not shown at all. */
const never = new Set<DenialReason>([
  "role-may-not",
  "not-the-owner",
  "not-the-originator",
  "own-country-may-not",
  "foreign-subject",
  "not-there",
  "not-the-author",
]);

export type SendPermission = { show: boolean; denial?: DenialReason };

/** Ids only have to look like ids here: nothing of a rehearsed decision is kept. */
const rehearsalIds = Array.from({ length: 4 }, (_, index) => `00000000-0000-7000-8000-00000000000${index}`);

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
  // The pairing of type and body is held by this function's signature; the union cannot express it.
  const command = { id: rehearsalIds[0], type, subject, body, basis: store.vector } as unknown as Command;
  const meta: Meta = {
    account: accountOf(user),
    at: new Date().toISOString(),
    eventIds: rehearsalIds,
    resolved: {},
  };
  const view = viewOf(store.picture, {
    subjectTaken: (id) => store.get("incidents", id) !== undefined,
    refTaken: () => false,
    vector: () => store.vector,
  });
  const decision = decide(view, command, meta);
  if (decision.ok) return { show: true };
  const { reason } = decision.denial;
  return { show: !never.has(reason), denial: reason };
}
