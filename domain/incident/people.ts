/** How many people an incident is about: counts by role, never persons (safeguard S2). */
import { personRoles } from "../vocabulary";
import type { Incident } from "./schema";

export type RoleCount = { role: (typeof personRoles)[number]; count: number };

/** The counts of each role that is there, victims first; empty where nothing is known or may be shown. */
export function countsByRole({ people = [] }: Pick<Incident, "people">): RoleCount[] {
  return personRoles.flatMap((role) => {
    const count = people.filter((group) => group.role === role).reduce((sum, group) => sum + group.count, 0);
    return count > 0 ? [{ role, count }] : [];
  });
}
