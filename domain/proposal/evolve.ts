/** Folds an event into its proposal. The maker makes it, the owner answers it: two parts, never the same. */
import type { ProposalEvent } from "../events";
import type { Proposal } from "./schema";

/** The proposal after an event; total over erased bodies. */
export function evolveProposal(before: Proposal | undefined, event: ProposalEvent): Proposal | undefined {
  const mark = { at: event.at, desk: event.actor.desk };
  switch (event.type) {
    case "proposal.made":
      return event.body
        ? { ...event.body, id: event.subject, from: event.actor.country, made: mark, status: "made" }
        : before;
    case "proposal.accepted":
      return before && !before.answered ? { ...before, status: "accepted", answered: mark } : before;
    case "proposal.declined": {
      const reason = event.body?.reason ?? "";
      return before && !before.answered
        ? { ...before, status: "declined", answered: { ...mark, reason } }
        : before;
    }
    case "proposal.archived":
      return undefined;
  }
}
