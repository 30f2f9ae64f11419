/** Which incidents call for attention: what is new to this side and open, in the order it came. */
import { isOpen } from "../incident/machine";
import { type Incident, isIncident } from "../incident/schema";
import type { Change } from "../picture";
import { incidentTakeover } from "../takeover";
import type { Country } from "../vocabulary";

export type Alert = { id: string; why: "new" | "released"; incident: Incident };

/**
 * New to this screen, or just released by the partner. A change of what was there already is no alert; what takes
 * over the screen has its own banner and sound.
 */
export function alertOf(change: Change, country: Country): Alert | null {
  if (change.collection !== "incidents") return null;
  const { before, after, id } = change;
  if (!isIncident(after) || !isOpen(after) || incidentTakeover(after, country)) return null;
  if (!before) return { id, why: after.owner === country ? "new" : "released", incident: after };
  const nowReleased = before.sharing !== "released" && after.sharing === "released";
  return nowReleased && after.owner !== country ? { id, why: "released", incident: after } : null;
}
