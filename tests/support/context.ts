import type { IncidentContext } from "@/domain/pending-actions/pending-actions";
import type { Picture } from "@/domain/picture";

/** What belongs to an incident, read from a whole picture; screens keep it up to date instead (`app/live/store`). */
export function contextOf(picture: Picture, incidentId: string): IncidentContext {
  const ofIncident = (one: { incidentId?: string | undefined }) => one.incidentId === incidentId;
  return {
    requests: [...picture.requests.values()].filter(ofIncident),
    proposals: [...picture.proposals.values()].filter(ofIncident),
    tasks: [...picture.tasks.values()].filter(ofIncident),
    messages: [...picture.messages.values()].filter(ofIncident),
    taskOf: (id) => picture.tasks.get(id),
  };
}
