/** What an incident asks of the one who looks: pure, from the entity, what belongs to it, and the account. */
import { isOpen } from "../incident/machine";
import { nationalRaise, readAt } from "../incident/read";
import { type IncidentEntity, isIncident } from "../incident/schema";
import { isFlagged } from "../incident/victims";
import type { Country, Role } from "../vocabulary";
import {
  type IncidentContext,
  noContext,
  type PendingAction,
  type PendingActionName,
  pendingActionRoles,
  pendingActionsOf,
} from "./pending-actions";

/** The most pressing first: what the other side waits for comes before one's own housekeeping. */
export const needs = [
  "answer-request",
  "read-request",
  "answer-counter",
  "cancel-task",
  "stand-down",
  "answer-transfer",
  "complete-transfer",
  "clear-protection",
  "read",
  "acknowledge-recall",
  "approve",
  "review",
  "confirm-handover",
  "assign-unit",
  "complete-request",
  "decide-proposal",
  "send-revision",
  "verify",
] as const satisfies readonly (PendingActionName | IncidentNeed)[];
export type Need = (typeof needs)[number];
type IncidentNeed =
  | "clear-protection"
  | "read"
  | "acknowledge-recall"
  | "approve"
  | "review"
  | "send-revision"
  | "verify";

/** The part of an account that decides what needs it. */
export type Viewer = { country: Country; role: Role; by?: string };

const deskRoles = new Set<Role>(["operator", "commander"]);

/** The most pressing thing this viewer can do about it or what belongs to it, or null. */
export function needOf(
  entity: IncidentEntity,
  viewer: Viewer,
  context: IncidentContext = noContext,
): Need | null {
  return needsOf(entity, viewer, context)[0] ?? null;
}

/** All that this viewer can do about it or what belongs to it, the most pressing first. */
export function needsOf(
  entity: IncidentEntity,
  viewer: Viewer,
  context: IncidentContext = noContext,
): Need[] {
  const found = [...pendingFor(entity, viewer, context), incidentNeed(entity, viewer)];
  return needs.filter((need) => found.includes(need) && isPossible[need](entity));
}

const always = (): boolean => true;
const unflagged = (entity: IncidentEntity): boolean => !isFlagged(entity);
const isLive = (entity: IncidentEntity): boolean => isIncident(entity) && isOpen(entity);
const isJoint = (entity: IncidentEntity): boolean => entity.sharing === "released";

/** Where a protection flag, the end of the incident or its recall forbids what would meet the need (rule U4). */
const isPossible: Record<Need, (entity: IncidentEntity) => boolean> = {
  "answer-request": always,
  "read-request": always,
  "answer-counter": always,
  "cancel-task": always,
  "stand-down": always,
  "answer-transfer": isJoint,
  "complete-transfer": (entity) => isJoint(entity) && unflagged(entity),
  "clear-protection": always,
  read: always,
  "acknowledge-recall": always,
  approve: unflagged,
  review: always,
  "confirm-handover": unflagged,
  "assign-unit": (entity) => isLive(entity) && isJoint(entity),
  "complete-request": always,
  "decide-proposal": always,
  "send-revision": (entity) => isLive(entity) && unflagged(entity),
  verify: always,
};

/** The pending actions of this viewer's side that this viewer can settle. */
function pendingFor(entity: IncidentEntity, viewer: Viewer, context: IncidentContext): PendingActionName[] {
  if (!deskRoles.has(viewer.role)) return [];
  const mine = ({ by, name }: PendingAction): boolean =>
    by === viewer.country && (pendingActionRoles[name] === "desk" || viewer.role === "commander");
  return pendingActionsOf(entity, context)
    .filter(mine)
    .map(({ name }) => name);
}

function incidentNeed(entity: IncidentEntity, viewer: Viewer): IncidentNeed | null {
  const own = entity.owner === viewer.country;
  if (!isIncident(entity)) {
    const asked = !own && deskRoles.has(viewer.role) && !entity.recalled.acknowledged;
    return asked ? "acknowledge-recall" : null;
  }
  if (viewer.role === "protection") {
    return own && entity.national?.protection === "raised" ? "clear-protection" : null;
  }
  if (!deskRoles.has(viewer.role)) return null;
  if (!own) return isUnread(entity, viewer.country) ? "read" : null;
  if (viewer.role === "commander") {
    const need = commanderNeed(entity, viewer);
    if (need) return need;
  }
  if (entity.national?.pending) return "send-revision";
  if (isUnread(entity, viewer.country)) return "read";
  return entity.status === "reported" ? "verify" : null;
}

function commanderNeed(entity: IncidentEntity, viewer: Viewer): IncidentNeed | null {
  if (!isIncident(entity)) return null;
  const author = viewer.by !== undefined && (entity.national?.authors.includes(viewer.by) ?? false);
  if (entity.sharing === "requested" && !author) return "approve";
  const approved = entity.national?.approved;
  const waitsForReview = approved?.urgent && !approved.urgent.reviewed && approved.by !== viewer.by;
  return waitsForReview ? "review" : null;
}

/**
 * Whether the viewer's centre has not yet read what the other one released or raised, or an own officer raised. An own
 * report that nobody has read is no such row: it is new, and waits to be verified.
 */
export function isUnread(entity: IncidentEntity, country: Country): boolean {
  if (!isIncident(entity) || !isOpen(entity) || readAt(entity, country)) return false;
  const { owner, raised } = entity;
  return owner !== country || nationalRaise(entity, country) !== undefined || raised !== undefined;
}

/** When it came to this country: a partner's incident with its release, an own one with its report. ISO 8601. */
export function arrivedAt(entity: IncidentEntity, country: Country): string {
  if (!isIncident(entity)) return entity.recalled.at;
  return entity.owner === country ? entity.reportedAt : (entity.release?.at ?? entity.reportedAt);
}
