/** Stale edits: what a screen edits may have changed since it began. */
import type { Vector } from "../envelope";
import type { Incident } from "./schema";

/** The first of these fields that changed after the basis, as a path; undefined when the edit is fresh. */
export function changedSince(
  incident: Incident,
  fields: readonly string[],
  basis: Vector | undefined,
): string | undefined {
  if (!basis) return undefined;
  const stale = fields.find((field) => {
    const version = incident.national?.versions[field];
    return version !== undefined && (basis[version.stream] ?? 0) < version.seq;
  });
  return stale ? `body.changes.${stale}` : undefined;
}
