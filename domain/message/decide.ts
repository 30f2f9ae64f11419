/** Decides about messages: with an incident they follow it, without one they are joint. */
import type { CommandIn } from "../commands";
import type { Decision, DecisionView, Meta } from "../decide";
import { type DenialReason, deny } from "../protocol/errors";
import type { messageCommands } from "./schema";

const refuse = (reason: DenialReason, path?: string): Decision => ({ ok: false, denial: deny(reason, path) });

/** What the message slice makes of a command. The command is authorised already. */
export function decideMessage(
  view: DecisionView,
  command: CommandIn<keyof typeof messageCommands>,
  meta: Meta,
): Decision {
  const [id] = meta.eventIds;
  if (!id) throw new Error("a message needs an event id");
  const { subject } = command;
  if (command.type === "message.post") {
    if (view.subjectTaken(subject)) return refuse("subject-taken", "subject");
    const { incidentId } = command.body;
    const incident = incidentId ? view.incident(incidentId) : undefined;
    if (incidentId && !incident) return refuse("bad-target", "body.incidentId");
    const scope = !incident || incident.sharing === "released" ? ("joint" as const) : ("national" as const);
    return { ok: true, drafts: [{ id, scope, type: "message.posted", subject, body: command.body }] };
  }
  const message = view.message(subject);
  if (!message) throw new Error("a message decision needs its message");
  const base = { id, subject, scope: message.unshared ? ("national" as const) : ("joint" as const) };
  if (command.type === "message.archive") {
    return { ok: true, drafts: [{ ...base, type: "message.archived", body: {} }] };
  }
  if (message.read[meta.account.country]) return refuse("already-read");
  return { ok: true, drafts: [{ ...base, type: "message.read", body: {} }] };
}
