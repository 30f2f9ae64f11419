/** Where victims may be involved, places are coarsened (safeguard S6). */
import { type Kind, purposeOf } from "../vocabulary";
import { type Incident, type IncidentEntity, isIncident } from "./schema";

type Seen = Pick<Incident, "kind" | "people" | "national">;

/** Whether victims or possible victims are, or by its kind may be, part of the incident. */
export function involvesVictims(incident: Pick<Incident, "kind" | "people">): boolean {
  if (purposeOf(incident.kind) === "trafficking") return true;
  return (incident.people ?? []).some(({ role }) => role === "victim" || role === "possible-victim");
}

/** Whether somebody in it asks for protection and no protection officer has cleared it (safeguard S7). */
export function isFlagged(entity: IncidentEntity | undefined): boolean {
  return isIncident(entity) && entity.national?.protection === "raised";
}

/** Whether somebody in it asked for protection, now or before: its exact place never crosses. */
export function everFlagged(incident: Seen): boolean {
  return incident.national?.protection !== undefined;
}

/** Whether the partner, walls and field screens get the cell instead of the spot. */
export function needsCoarsePlace(incident: Seen): boolean {
  return involvesVictims(incident) || everFlagged(incident);
}

/** Interception may need the exact place of victims in transit; nothing else does, and no flagged incident. */
export function mayReleaseExactPlace(incident: Seen): boolean {
  const interceptable: Kind = "victims-in-transit";
  return incident.kind === interceptable && !everFlagged(incident);
}
