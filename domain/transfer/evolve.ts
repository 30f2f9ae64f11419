/** Folds a transfer into its incident: the owner offers and completes, the partner answers. */
import type { EventAmong } from "../events";
import type { Incident } from "../incident/schema";
import { stampOf } from "../stamp";
import { partnerOf } from "../vocabulary";
import type { transferEvents } from "./schema";

/** The incident after a transfer event. An answer to an earlier offer, or to none, is a late step: a no-op. */
export function evolveTransfer(before: Incident, event: EventAmong<typeof transferEvents>): Incident {
  const stamp = stampOf(event);
  const { transfer } = before;
  switch (event.type) {
    case "transfer.offered":
      return {
        ...before,
        transfer: { offered: { ...stamp, reason: event.body?.reason ?? "", seq: event.seq } },
      };
    case "transfer.accepted":
    case "transfer.declined": {
      if (!transfer || transfer.answered || event.seen < transfer.offered.seq) return before;
      const state = event.type === "transfer.accepted" ? ("accepted" as const) : ("declined" as const);
      const reason = event.body && "reason" in event.body ? { reason: event.body.reason } : {};
      return { ...before, transfer: { ...transfer, answered: { ...stamp, state, ...reason } } };
    }
    case "transfer.completed": {
      const { transfer: _, holder: __, ...rest } = before;
      return { ...rest, owner: partnerOf(event.actor.country) };
    }
  }
}
