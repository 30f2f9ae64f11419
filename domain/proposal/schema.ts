/** Proposals: how the one who does not own an incident gets it changed. The outcome always reaches the proposer. */
import { z } from "zod";
import { instantSchema, subjectSchema } from "../envelope";
import { proposableSchema, resolvedProposableSchema } from "../incident/schema";
import { reasonSchema } from "../text";
import { countrySchema } from "../vocabulary";

const mark = z.strictObject({ at: instantSchema, desk: z.string() });

export const proposalSchema = z.strictObject({
  id: z.string(),
  incidentId: z.string(),
  from: countrySchema,
  made: mark,
  changes: resolvedProposableSchema,
  status: z.enum(["made", "accepted", "declined"]),
  answered: z.strictObject({ ...mark.shape, reason: z.string().optional() }).optional(),
});
export type Proposal = z.infer<typeof proposalSchema>;

const empty = z.strictObject({});

export const proposalCommands = {
  "proposal.make": z.strictObject({ incidentId: subjectSchema, changes: proposableSchema }),
  "proposal.accept": empty,
  "proposal.decline": z.strictObject({ reason: reasonSchema }),
  "proposal.archive": empty,
} as const;

export const proposalEvents = {
  "proposal.made": z.strictObject({ incidentId: z.string(), changes: resolvedProposableSchema }),
  "proposal.accepted": empty,
  "proposal.declined": z.strictObject({ reason: z.string() }),
  "proposal.archived": empty,
} as const;
