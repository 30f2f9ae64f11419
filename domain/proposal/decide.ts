/** Decides about proposals: accepting one changes the incident in the same transaction. */
import type { CommandIn } from "../commands";
import { accept, type Decision, type DecisionView, eventIdAt, type Meta, refuse } from "../decision";
import { allows } from "../incident/machine";
import { draftRevision } from "../incident/revise";
import { isIncident } from "../incident/schema";
import type { proposalCommands } from "./schema";

/** What the proposal slice makes of a command. The command is authorised already. */
export function decideProposal(
  view: DecisionView,
  command: CommandIn<keyof typeof proposalCommands>,
  meta: Meta,
): Decision {
  const base = { id: eventIdAt(meta), subject: command.subject, scope: "joint" as const };
  if (command.type === "proposal.make") {
    if (view.subjectTaken(command.subject)) return refuse("subject-taken", "subject");
    const { incidentId, changes } = command.body;
    const { place, ...rest } = changes;
    const resolved = place ? { ...rest, place: { ...place, ...meta.resolved } } : rest;
    return accept({ ...base, type: "proposal.made", body: { incidentId, changes: resolved } });
  }
  const proposal = view.proposal(command.subject);
  if (!proposal) throw new Error("a proposal decision needs its proposal");
  if (command.type === "proposal.archive") {
    if (!proposal.answered) return refuse("wrong-status");
    return accept({ ...base, type: "proposal.archived", body: {} });
  }
  if (proposal.answered) return refuse("wrong-status");
  if (command.type === "proposal.decline") {
    return accept({ ...base, type: "proposal.declined", body: command.body });
  }
  const incident = view.incident(proposal.incidentId);
  if (!isIncident(incident) || !allows(incident, "revise")) return refuse("wrong-status");
  const revision = draftRevision(incident, proposal.changes, { ...meta, eventIds: meta.eventIds.slice(1) });
  return accept({ ...base, type: "proposal.accepted", body: {} }, ...revision);
}
