/** Folds an event into its unit. */
import type { EventIn } from "../events";
import type { Unit } from "./schema";

/** The unit after an event; an erased registration leaves no unit. */
export function evolveUnit(before: Unit | undefined, event: EventIn<"units">): Unit | undefined {
  switch (event.type) {
    case "unit.registered":
      return event.body
        ? {
            id: event.subject,
            country: event.actor.country,
            status: before?.status ?? "available",
            ...event.body,
          }
        : before;
    case "unit.status-changed":
      return before && event.body ? { ...before, status: event.body.status } : before;
    case "duty.started":
      return before && { ...before, duty: { since: event.at, desk: event.actor.desk } };
    case "duty.ended": {
      if (!before) return before;
      const { duty: _, ...off } = before;
      return off;
    }
  }
}
