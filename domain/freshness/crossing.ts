/** What of this side's joint events the partner's node has not confirmed: it waits on this side of the border. */
import { streamOf, type Vector } from "../envelope";
import type { IncidentEntity } from "../incident/schema";
import type { HeadsMessage } from "../protocol/down";
import type { Country } from "../vocabulary";

type Partner = Pick<HeadsMessage["partner"], "state" | "applied" | "linked">;

/** Whether the partner has a node of its own that a link leads to. */
const isLinked = ({ state, linked }: Partner): boolean => state !== "shared" && linked !== false;

/** Own joint events that the partner has not confirmed: all of them before it was ever heard. */
export function waitingToCross(
  { applied }: Pick<Partner, "applied">,
  vector: Vector,
  country: Country,
): number {
  const stream = streamOf(country, "joint");
  return Math.max(0, (vector[stream] ?? 0) - (applied?.[stream] ?? 0));
}

/** The same from what a screen was told last. */
export function waitingOf({ partner, heads }: HeadsMessage, country: Country): number {
  if (!isLinked(partner)) return 0;
  const stream = streamOf(country, "joint");
  return waitingToCross(partner, { [stream]: heads[stream]?.seq ?? 0 }, country);
}

/** What has not crossed yet of a release or a recall of this side's. */
export type NotYetThere = "released" | "recalled";

/**
 * Whether the release or the recall of an incident has not reached the partner's node yet. Only the side that released
 * it can say so, and only where the partner has a node of its own.
 */
export function notYetThere(
  entity: IncidentEntity,
  country: Country,
  partner: Partner,
): NotYetThere | undefined {
  if (!isLinked(partner) || (entity.originator ?? entity.owner) !== country) return undefined;
  const confirmed = partner.applied?.[streamOf(country, "joint")] ?? 0;
  const lacks = (seq: number | undefined) => seq !== undefined && seq > confirmed;
  if (entity.sharing === "recalled") return lacks(entity.recalled?.seq) ? "recalled" : undefined;
  return "release" in entity && lacks(entity.release?.seq) ? "released" : undefined;
}
