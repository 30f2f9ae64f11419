/** The lifecycle of an incident as total tables: every stored status against every step (docs/domain.md §4). */
import type { Incident } from "./schema";

/** What is stored; `responding` follows from live tasks and is never stored. */
export type StoredStatus = Exclude<Incident["status"], "responding">;
export type Step =
  | "revise"
  | "take"
  | "verify"
  | "close"
  | "reopen"
  | "merge"
  | "link"
  | "expire"
  | "archive";

const steps: Record<StoredStatus, Record<Step, boolean>> = {
  reported: row("revise take verify close merge link expire"),
  verified: row("revise take close merge link expire"),
  closed: row("reopen link archive expire"),
  merged: row("archive expire"),
  expired: row("archive"),
};

function row(allowed: string): Record<Step, boolean> {
  const has = new Set(allowed.split(" "));
  return {
    revise: has.has("revise"),
    take: has.has("take"),
    verify: has.has("verify"),
    close: has.has("close"),
    reopen: has.has("reopen"),
    merge: has.has("merge"),
    link: has.has("link"),
    expire: has.has("expire"),
    archive: has.has("archive"),
  };
}

/** The stored status behind what a screen shows. */
export function storedStatus(incident: Incident): StoredStatus {
  if (incident.status === "responding") return incident.verifiedAt ? "verified" : "reported";
  return incident.status;
}

/** Whether the lifecycle allows a step now. */
export function allows(incident: Incident, step: Step): boolean {
  return steps[storedStatus(incident)][step];
}

/** Whether it is open: not closed, merged or expired. */
export function isOpen(incident: Incident): boolean {
  const status = storedStatus(incident);
  return status === "reported" || status === "verified";
}
