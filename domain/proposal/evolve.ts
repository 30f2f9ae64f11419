/** Folds an event into its proposal. The maker makes it, the owner answers it: two parts, never the same. */
import type { EventIn } from "../events";
import { stampOf } from "../stamp";
import type { Proposal } from "./schema";

/** The proposal after an event; total over erased bodies. */
export function evolveProposal(
  before: Proposal | undefined,
  event: EventIn<"proposals">,
): Proposal | undefined {
  const stamp = stampOf(event);
  switch (event.type) {
    case "proposal.made":
      return event.body
        ? { ...event.body, id: event.subject, from: event.actor.country, made: stamp, status: "made" }
        : before;
    case "proposal.accepted":
      return before && !before.answered ? { ...before, status: "accepted", answered: stamp } : before;
    case "proposal.declined": {
      const reason = event.body?.reason ?? "";
      return before && !before.answered
        ? { ...before, status: "declined", answered: { ...stamp, reason } }
        : before;
    }
    case "proposal.archived":
      return undefined;
  }
}
