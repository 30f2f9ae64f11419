/** Where an incident stands in the triage list: what needs the viewer, what else is open, what is closed. */
import { isOpen } from "../incident/machine";
import { type IncidentEntity, isIncident } from "../incident/schema";
import type { Need } from "../pending-actions/needs";

export const triageGroups = ["needs", "open", "closed"] as const;
export type TriageGroup = (typeof triageGroups)[number];

/** `need` is what the viewer can do about it (`needOf`). */
export function triageGroupOf(entity: IncidentEntity, need: Need | null): TriageGroup {
  if (need) return "needs";
  return isIncident(entity) && isOpen(entity) ? "open" : "closed";
}

export type TriageKey = { unread: boolean; at: string };

/** Within a group: unread first, then the newest. */
export function compareTriage(a: TriageKey, b: TriageKey): number {
  if (a.unread !== b.unread) return a.unread ? -1 : 1;
  return a.at < b.at ? 1 : a.at > b.at ? -1 : 0;
}
