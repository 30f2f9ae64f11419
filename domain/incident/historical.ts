/** Imported history (rule K15): what happened long ago calls nobody and is only to be verified, until it is raised. */
import { isGraver } from "./graver";
import { isOpen } from "./machine";
import { type Incident, type IncidentEntity, isIncident } from "./schema";

/** Whether an incident is imported history that nobody has verified yet. */
export function isHistoryToVerify(entity: IncidentEntity): entity is Incident {
  return isIncident(entity) && entity.historical === true && entity.status === "reported" && isOpen(entity);
}

/** An incident after a revision: one that it made graver is history no longer. */
export function nowCalling(before: Incident, after: Incident): Incident {
  if (!before.historical || !isGraver(before, after)) return after;
  const { historical: _, ...calling } = after;
  return calling;
}
