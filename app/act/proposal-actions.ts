/** The owner's decision on a change that the other side proposes. */
import { Check, type LucideIcon, X } from "lucide-react";
import type { Proposal } from "@/domain/proposal/schema";
import type { Action } from "./action";

export const proposalActions = {
  accept: { type: "proposal.accept", form: "none", icon: Check, body: () => ({}), fits: () => true },
  decline: { type: "proposal.decline", form: "reason", icon: X, fits: () => true },
} satisfies Record<string, Action<Proposal> & { icon: LucideIcon }>;
