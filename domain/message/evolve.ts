/** Folds an event into its message. */
import { scopeOf } from "../envelope";
import type { EventIn } from "../events";
import { stampOf } from "../stamp";
import type { Message } from "./schema";

/** The message after an event; each country's first reading counts. */
export function evolveMessage(before: Message | undefined, event: EventIn<"messages">): Message | undefined {
  const { desk, country } = event.actor;
  switch (event.type) {
    case "message.posted": {
      if (!event.body) return before;
      const { happenedAt, ...body } = event.body;
      const unshared = scopeOf(event.stream) === "national" ? { unshared: true as const } : {};
      return {
        ...body,
        ...unshared,
        id: event.subject,
        from: { desk, country },
        at: happenedAt ?? event.at,
        read: {},
      };
    }
    case "message.read":
      return before && !before.read[country]
        ? { ...before, read: { ...before.read, [country]: stampOf(event) } }
        : before;
    case "message.archived":
      return undefined;
  }
}
