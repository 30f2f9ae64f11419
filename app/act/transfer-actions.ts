/** What can be done about an offered transfer of ownership. */
import { runningOf } from "@/domain/ending/running";
import type { Incident } from "@/domain/incident/schema";
import type { Action, ActionContext } from "./action";

/** Whether the giver has nothing under way but the transfer itself. */
const hasNothingRunning = ({ entity, store, user }: ActionContext<Incident>): boolean =>
  runningOf(entity, store.contextOf(entity.id), user.country).every(({ what }) => what === "transfer");

export const transferActions = {
  accept: { type: "transfer.accept", form: "none", body: () => ({}), fits: () => true },
  decline: { type: "transfer.decline", form: "reason", fits: () => true },
  complete: {
    type: "transfer.complete",
    form: "dialog",
    // A form only where something of the giver's still runs.
    isImmediate: hasNothingRunning,
    body: () => ({}),
    answeredByForm: ["still-running"],
    fits: () => true,
  },
} satisfies Record<string, Action<Incident>>;
