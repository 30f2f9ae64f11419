/** Decides about the transfer of an incident's ownership. */
import type { CommandIn } from "../commands";
import type { Decision, DecisionView, Meta } from "../decide";
import { isOpen } from "../incident/machine";
import { isIncident } from "../incident/schema";
import { type DenialReason, deny } from "../protocol/errors";
import type { transferCommands } from "./schema";

const refuse = (reason: DenialReason, path?: string): Decision => ({ ok: false, denial: deny(reason, path) });

/** What the transfer slice makes of a command. The command is authorised already. */
export function decideTransfer(
  view: DecisionView,
  command: CommandIn<keyof typeof transferCommands>,
  meta: Meta,
): Decision {
  const incident = view.incident(command.subject);
  const [id] = meta.eventIds;
  if (!id) throw new Error("a transfer needs an event id");
  if (!isIncident(incident) || incident.sharing !== "released") return refuse("not-released");
  const { transfer } = incident;
  const waiting = transfer !== undefined && transfer.answered === undefined;
  const base = { id, subject: command.subject, scope: "joint" as const };
  switch (command.type) {
    case "transfer.offer":
      if (!isOpen(incident) || waiting || transfer?.answered?.state === "accepted")
        return refuse("wrong-status");
      if (incident.national?.protection === "raised") return refuse("protection-flag");
      return { ok: true, drafts: [{ ...base, type: "transfer.offered", body: command.body }] };
    case "transfer.accept":
      if (!waiting) return refuse("wrong-status");
      return { ok: true, drafts: [{ ...base, type: "transfer.accepted", body: {} }] };
    case "transfer.decline":
      if (!waiting) return refuse("wrong-status");
      return { ok: true, drafts: [{ ...base, type: "transfer.declined", body: command.body }] };
    case "transfer.complete":
      if (transfer?.answered?.state !== "accepted") return refuse("wrong-status");
      if (incident.national?.protection === "raised") return refuse("protection-flag");
      return { ok: true, drafts: [{ ...base, type: "transfer.completed", body: {} }] };
  }
}
