/** Since when what belongs to an incident has nothing left to serve: it is closed, merged, expired, recalled or gone. */
import type { Country } from "../vocabulary";
import { isOpen } from "./machine";
import { type Incident, type IncidentEntity, isIncident } from "./schema";

/** It left the picture: when that was is no longer known, and is before everything that is still there. */
const longAgo = "";

const endOf = (incident: Incident): string | undefined =>
  isOpen(incident) ? undefined : (incident.closed?.at ?? incident.reportedAt);

/** When it was taken back from the partner; undefined while both countries hold it, or before they did. ISO 8601 UTC. */
function recalledAt(entity: IncidentEntity): string | undefined {
  return entity.sharing === "released" ? undefined : entity.recalled?.at;
}

/** Since when requests about an incident can only be ended; undefined while they can be worked on. ISO 8601 UTC. */
export function requestsEndAt(entity: IncidentEntity | undefined): string | undefined {
  if (!entity) return longAgo;
  return recalledAt(entity) ?? (isIncident(entity) ? endOf(entity) : undefined);
}

/** Since when a country's tasks on an incident can only be ended. After a recall the originator's own go on. */
export function tasksEndAt(entity: IncidentEntity | undefined, country: Country): string | undefined {
  if (!entity) return longAgo;
  const takenBack = entity.owner === country ? undefined : recalledAt(entity);
  return takenBack ?? (isIncident(entity) ? endOf(entity) : undefined);
}
