/** Which incident a change is about: itself, or the one that a task, a request, a proposal or a message hangs on. */
import type { Change } from "@/domain/picture";

/** The incident's id; undefined for what hangs on none. */
export function incidentOf(change: Change): string | undefined {
  switch (change.collection) {
    case "incidents":
      return change.id;
    case "tasks":
    case "requests":
    case "proposals":
    case "messages":
      return (change.after ?? change.before)?.incidentId;
    default:
      return undefined;
  }
}
