/** Whether a side's centre has read an incident: what every row and every takeover asks. */
import type { Country } from "../vocabulary";
import type { Incident } from "./schema";

/** When a side's centre first read it: said so, or worked on it, which cannot be done unread. ISO 8601 UTC. */
export function readAt(incident: Incident, country: Country): string | undefined {
  const said = incident.acknowledged[country]?.at;
  if (said || incident.owner !== country) return said;
  const worked = [incident.verifiedAt, incident.holder?.since, incident.release?.at];
  return worked.filter((at) => at !== undefined).sort()[0];
}
