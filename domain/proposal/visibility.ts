/** Who is shown which field of a proposal: that there is one, and its answer, to all; its content to desks. */
import { changesFor } from "../incident/visibility";
import { desks, everyone, Filled, newsFor, stampFor, type Visibility } from "../visibility";
import type { Proposal } from "./schema";

export const proposalVisibility: Visibility<Proposal> = {
  id: everyone,
  incidentId: everyone,
  from: everyone,
  made: stampFor(everyone),
  changes: new Filled(changesFor(desks, desks), {}),
  status: everyone,
  answered: { ...stampFor(everyone), reason: desks },
  news: newsFor(everyone),
};
