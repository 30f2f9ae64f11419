/** Ids made by this process. */
import { v7 } from "uuid";

/** UUIDv7s for the events of one decision, ascending even within one millisecond. */
export function newEventIds(count: number): string[] {
  return Array.from({ length: count }, () => v7());
}
