/** Which fields a proposal would change, in the order in which they are read. Pure. */
import type { Incident } from "@/domain/incident/schema";
import type { Proposal } from "@/domain/proposal/schema";
import { type FactName, type Facts, factNames } from "../incident/fact-text";

export const changedFields = ({ changes }: Pick<Proposal, "changes">): readonly FactName[] =>
  factNames.filter((name) => changes[name] !== undefined);

/** The incident's own values of what may be proposed, the exact place where this side has it. */
export function factsOf(incident: Incident): Facts {
  const { national, place, dangerToLife, ...rest } = incident;
  return { ...rest, place: national?.place ?? place, dangerToLife: dangerToLife === true };
}
