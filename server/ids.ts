/** Ids made by this process. */
import { v7 } from "uuid";

/** The most events one decision creates. */
const maxEventsPerDecision = 4;

/** UUIDv7s for the events of one decision, ascending even within one millisecond. */
export function newEventIds(): string[] {
  return Array.from({ length: maxEventsPerDecision }, () => v7());
}
