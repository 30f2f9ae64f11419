/** Decides about proposals: accepting one changes the incident in the same transaction. */
import type { CommandIn } from "../commands";
import type { Decision, DecisionView, Meta } from "../decide";
import { allows } from "../incident/machine";
import { draftRevision } from "../incident/revise";
import { isIncident } from "../incident/schema";
import { type DenialReason, deny } from "../protocol/errors";
import type { proposalCommands } from "./schema";

const refuse = (reason: DenialReason, path?: string): Decision => ({ ok: false, denial: deny(reason, path) });

/** What the proposal slice makes of a command. The command is authorised already. */
export function decideProposal(
  view: DecisionView,
  command: CommandIn<keyof typeof proposalCommands>,
  meta: Meta,
): Decision {
  const [id, ...restIds] = meta.eventIds;
  if (!id) throw new Error("a proposal needs an event id");
  const base = { id, subject: command.subject, scope: "joint" as const };
  if (command.type === "proposal.make") {
    if (view.subjectTaken(command.subject)) return refuse("subject-taken", "subject");
    const { incidentId, changes } = command.body;
    const { place, ...rest } = changes;
    const resolved = place ? { ...rest, place: { ...place, ...meta.resolved } } : rest;
    return {
      ok: true,
      drafts: [{ ...base, type: "proposal.made", body: { incidentId, changes: resolved } }],
    };
  }
  const proposal = view.proposal(command.subject);
  if (!proposal) throw new Error("a proposal decision needs its proposal");
  if (command.type === "proposal.archive") {
    if (!proposal.answered) return refuse("wrong-status");
    return { ok: true, drafts: [{ ...base, type: "proposal.archived", body: {} }] };
  }
  if (proposal.answered) return refuse("wrong-status");
  if (command.type === "proposal.decline") {
    return { ok: true, drafts: [{ ...base, type: "proposal.declined", body: command.body }] };
  }
  const incident = view.incident(proposal.incidentId);
  if (!isIncident(incident) || !allows(incident, "revise")) return refuse("wrong-status");
  const revision = draftRevision(incident, proposal.changes, { ...meta, eventIds: restIds });
  return { ok: true, drafts: [{ ...base, type: "proposal.accepted", body: {} }, ...revision] };
}
