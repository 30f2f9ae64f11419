/** Compares folds by their digests at the same joint vector (rule D4). */
import type { Vector } from "@/domain/envelope";
import { foldVersion } from "@/domain/protocol/version";
import type { Auditor, Evidence } from "./audit";
import type { CountryView } from "./country-view";

export type OtherMark = { vector: Vector; digest: string; foldVersion?: number };

/** Whether another fold's digest equals ours at its vector; null when ours never had that vector, or fold versions differ. */
export function agrees(view: CountryView, other: OtherMark): boolean | null {
  if (other.foldVersion !== undefined && other.foldVersion !== foldVersion) return null;
  const ours = view.marks.at(other.vector);
  return ours ? ours.full === other.digest : null;
}

/** Reports a mismatch to the auditor when another fold differs. */
export function compareWith(
  auditor: Auditor,
  view: CountryView,
  other: OtherMark,
  source: Evidence["source"],
): void {
  if (agrees(view, other) === false) auditor.reportMismatch(view, { source, theirs: other.digest });
}

/** Compares the folds of this process: the countries' views with each other and with those that decisions are made on. */
export function compareWithin(
  auditor: Auditor,
  views: readonly CountryView[],
  decidedOn: (view: CountryView) => OtherMark,
): void {
  for (const view of views) {
    compareWith(auditor, view, decidedOn(view), "process");
    for (const other of views) {
      if (other === view) continue;
      compareWith(auditor, view, { vector: other.vector, digest: other.mark("full").digest }, "process");
    }
  }
}
