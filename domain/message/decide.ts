/** Decides about messages: with an incident they follow it, without one they are joint. */
import type { CommandIn } from "../commands";
import {
  accept,
  type Decision,
  type DecisionView,
  eventIdAt,
  type Meta,
  refuse,
  scopeFor,
} from "../decision";
import type { messageCommands } from "./schema";

/** What the message slice makes of a command. The command is authorised already. */
export function decideMessage(
  view: DecisionView,
  command: CommandIn<keyof typeof messageCommands>,
  meta: Meta,
): Decision {
  const id = eventIdAt(meta);
  const { subject } = command;
  if (command.type === "message.post") {
    if (view.subjectTaken(subject)) return refuse("subject-taken", "subject");
    const { incidentId } = command.body;
    const incident = incidentId ? view.incident(incidentId) : undefined;
    if (incidentId && !incident) return refuse("bad-target", "body.incidentId");
    const scope = scopeFor(!incident || incident.sharing === "released");
    return accept({ id, scope, type: "message.posted", subject, body: command.body });
  }
  const message = view.message(subject);
  if (!message) throw new Error("a message decision needs its message");
  const base = { id, subject, scope: scopeFor(!message.unshared) };
  if (command.type === "message.archive") {
    return accept({ ...base, type: "message.archived", body: {} });
  }
  if (message.read[meta.account.country]) return refuse("already-read");
  return accept({ ...base, type: "message.read", body: {} });
}
