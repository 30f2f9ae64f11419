/** Decides about units. */
import type { CommandIn } from "../commands";
import { accept, type Decision, type DecisionView, eventIdAt, type Meta, refuse } from "../decision";
import type { unitCommands } from "./schema";

export function decideUnit(
  view: DecisionView,
  command: CommandIn<keyof typeof unitCommands>,
  meta: Meta,
): Decision {
  const id = eventIdAt(meta);
  const { subject } = command;
  switch (command.type) {
    case "unit.register":
      if (view.subjectTaken(subject)) return refuse("subject-taken", "subject");
      return accept({ id, scope: "national", type: "unit.registered", subject, body: command.body });
    case "unit.status": {
      const unit = view.unit(subject);
      if (unit?.status === command.body.status) return refuse("nothing-to-change", "body.status");
      return accept({ id, scope: "national", type: "unit.status-changed", subject, body: command.body });
    }
    case "duty.start":
      if (view.unit(subject)?.duty) return refuse("nothing-to-change");
      return accept({ id, scope: "national", type: "duty.started", subject, body: {} });
    case "duty.end":
      if (!view.unit(subject)?.duty) return refuse("nothing-to-change");
      return accept({ id, scope: "national", type: "duty.ended", subject, body: {} });
  }
}
