/** Decides about the transfer of an incident's ownership. */
import type { CommandIn } from "../commands";
import { accept, type Decision, type DecisionView, eventIdAt, type Meta, refuse } from "../decision";
import { isOpen } from "../incident/machine";
import { isIncident } from "../incident/schema";
import { isFlagged } from "../incident/victims";
import type { transferCommands } from "./schema";

/** What the transfer slice makes of a command. The command is authorised already. */
export function decideTransfer(
  view: DecisionView,
  command: CommandIn<keyof typeof transferCommands>,
  meta: Meta,
): Decision {
  const incident = view.incident(command.subject);
  if (!isIncident(incident) || incident.sharing !== "released") return refuse("not-released");
  const { transfer } = incident;
  const waiting = transfer !== undefined && transfer.answered === undefined;
  const base = { id: eventIdAt(meta), subject: command.subject, scope: "joint" as const };
  switch (command.type) {
    case "transfer.offer":
      if (!isOpen(incident) || waiting || transfer?.answered?.state === "accepted")
        return refuse("wrong-status");
      if (isFlagged(incident)) return refuse("protection-flag");
      return accept({ ...base, type: "transfer.offered", body: command.body });
    case "transfer.accept":
      if (!waiting) return refuse("wrong-status");
      return accept({ ...base, type: "transfer.accepted", body: {} });
    case "transfer.decline":
      if (!waiting) return refuse("wrong-status");
      return accept({ ...base, type: "transfer.declined", body: command.body });
    case "transfer.complete":
      if (transfer?.answered?.state !== "accepted") return refuse("wrong-status");
      if (isFlagged(incident)) return refuse("protection-flag");
      return accept({ ...base, type: "transfer.completed", body: {} });
  }
}
