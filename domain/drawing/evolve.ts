/** Folds an event into its drawing. Only its owner writes it. */
import { scopeOf } from "../envelope";
import type { EventIn } from "../events";
import type { Drawing } from "./schema";

/** The drawing after an event; an erased one leaves what stood before. */
export function evolveDrawing(before: Drawing | undefined, event: EventIn<"drawings">): Drawing | undefined {
  switch (event.type) {
    case "drawing.put": {
      if (!event.body) return before;
      const { desk, country: owner } = event.actor;
      const shared = scopeOf(event.stream) === "joint" ? { shared: true as const } : {};
      return { ...event.body, ...shared, id: event.subject, owner, at: event.at, desk };
    }
    case "drawing.removed":
      return undefined;
  }
}
