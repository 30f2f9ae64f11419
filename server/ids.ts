/** Ids made by this process. */
import { v7 } from "uuid";

/** The most events one decision makes. */
const mostEventsOfADecision = 4;

/** UUIDv7s for the events to come: in the order of their making, also within one millisecond. */
export function newEventIds(): string[] {
  return Array.from({ length: mostEventsOfADecision }, () => v7());
}
