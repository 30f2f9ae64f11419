/** Proposals: how the one who does not own an incident gets it changed. The outcome always reaches the proposer. */
import { z } from "zod";
import { emptyBody, subjectSchema } from "../envelope";
import { proposableSchema, resolvedProposableSchema } from "../incident/details";
import { newsListSchema } from "../news";
import { stampSchema } from "../stamp";
import { reasonSchema } from "../text";
import { countrySchema } from "../vocabulary";

export const proposalSchema = z.strictObject({
  id: z.string(),
  incidentId: z.string(),
  from: countrySchema,
  made: stampSchema,
  changes: resolvedProposableSchema,
  status: z.enum(["made", "accepted", "declined"]),
  answered: z.strictObject({ ...stampSchema.shape, reason: z.string().optional() }).optional(),
  news: newsListSchema,
});
export type Proposal = z.infer<typeof proposalSchema>;

export const proposalCommands = {
  "proposal.make": z.strictObject({ incidentId: subjectSchema, changes: proposableSchema }),
  "proposal.accept": emptyBody,
  "proposal.decline": z.strictObject({ reason: reasonSchema }),
  "proposal.archive": emptyBody,
} as const;

export const proposalEvents = {
  "proposal.made": z.strictObject({ incidentId: z.string(), changes: resolvedProposableSchema }),
  "proposal.accepted": emptyBody,
  "proposal.declined": z.strictObject({ reason: z.string() }),
  "proposal.archived": emptyBody,
} as const;
