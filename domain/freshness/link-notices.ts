/** What a desk or an administrator is told of the link beside its state: what is to be decided, and what is off. */
import type { HeadsMessage, HeldEvent } from "../protocol/down";
import { type ClockOffset, clockOffset } from "./same-picture";

export type LinkNotice =
  /** This page folds by another version than its server: the two are not compared. */
  | { name: "reload" }
  /** The partner sent what may not be taken in: an alarm until somebody has decided. */
  | { name: "quarantined"; waits: HeldEvent }
  /** The partner sent what this node takes in later by itself. */
  | { name: "held"; waits: HeldEvent }
  | { name: "clock"; offset: ClockOffset };

/** `version`: the fold version of this page. */
export function linkNotices(heads: HeadsMessage | undefined, version: number): LinkNotice[] {
  if (!heads) return [];
  const { waits } = heads.partner;
  const offset = clockOffset(heads.partner);
  const notices: LinkNotice[] = [];
  if (heads.fold.version !== version) notices.push({ name: "reload" });
  if (waits) notices.push({ name: waits.state, waits });
  if (offset?.alarm) notices.push({ name: "clock", offset });
  return notices;
}
