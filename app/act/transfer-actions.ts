/** What can be done about an offered transfer of ownership. */
import type { Incident } from "@/domain/incident/schema";
import type { Action } from "./action";

export const transferActions = {
  accept: { type: "transfer.accept", form: "none", body: () => ({}), fits: () => true },
  decline: { type: "transfer.decline", form: "reason", fits: () => true },
  complete: { type: "transfer.complete", form: "none", body: () => ({}), fits: () => true },
} satisfies Record<string, Action<Incident>>;
