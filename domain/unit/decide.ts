/** Decides about units. */
import type { CommandIn } from "../commands";
import type { Decision, DecisionView, Meta } from "../decide";
import { deny } from "../protocol/errors";
import type { unitCommands } from "./schema";

export function decideUnit(
  view: DecisionView,
  command: CommandIn<keyof typeof unitCommands>,
  meta: Meta,
): Decision {
  const [id] = meta.eventIds;
  if (!id) throw new Error("a decision needs an event id");
  const { subject } = command;
  switch (command.type) {
    case "unit.register":
      if (view.subjectTaken(subject)) return { ok: false, denial: deny("subject-taken", "subject") };
      return {
        ok: true,
        drafts: [{ id, scope: "national", type: "unit.registered", subject, body: command.body }],
      };
    case "unit.status": {
      const unit = view.unit(subject);
      if (unit?.status === command.body.status)
        return { ok: false, denial: deny("nothing-to-change", "body.status") };
      return {
        ok: true,
        drafts: [{ id, scope: "national", type: "unit.status-changed", subject, body: command.body }],
      };
    }
    case "duty.start":
      if (view.unit(subject)?.duty) return { ok: false, denial: deny("nothing-to-change") };
      return { ok: true, drafts: [{ id, scope: "national", type: "duty.started", subject, body: {} }] };
    case "duty.end":
      if (!view.unit(subject)?.duty) return { ok: false, denial: deny("nothing-to-change") };
      return { ok: true, drafts: [{ id, scope: "national", type: "duty.ended", subject, body: {} }] };
  }
}
