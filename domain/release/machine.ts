/** Sharing as a total table: every state against every step (docs/domain.md §4). Only what is released crosses. */
import type { Sharing } from "../vocabulary";

export type ReleaseStep = "request" | "approve" | "refuse" | "urgent" | "recall";

export const releaseSteps: Record<Sharing, Record<ReleaseStep, boolean>> = {
  national: { request: true, approve: false, refuse: false, urgent: true, recall: false },
  requested: { request: false, approve: true, refuse: true, urgent: true, recall: false },
  released: { request: false, approve: false, refuse: false, urgent: false, recall: true },
  refused: { request: true, approve: false, refuse: false, urgent: true, recall: false },
  recalled: { request: true, approve: false, refuse: false, urgent: true, recall: false },
};
