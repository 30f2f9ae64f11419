/** Decides about drawings: joint ones are a commander's, and never about what has not crossed. */
import type { CommandIn, CommandOf } from "../commands";
import {
  accept,
  type Decision,
  type DecisionView,
  eventIdAt,
  type Meta,
  refuse,
  scopeFor,
} from "../decision";
import { hasExpired } from "./fence";
import type { drawingCommands } from "./schema";

/** What the drawing slice makes of a command. The command is authorised already. */
export function decideDrawing(
  view: DecisionView,
  command: CommandIn<keyof typeof drawingCommands>,
  meta: Meta,
): Decision {
  const id = eventIdAt(meta);
  const { subject } = command;
  const before = view.drawing(subject);
  if (command.type === "drawing.put") return decidePut(view, command, id);
  // The system takes away what has expired, not what somebody has prolonged meanwhile.
  const expired = before !== undefined && hasExpired(before, Date.parse(meta.at));
  if (meta.account.role === "system" && !expired) return refuse("wrong-status");
  const scope = scopeFor(before?.shared === true);
  return accept({ id, scope, type: "drawing.removed", subject, body: {} });
}

function decidePut(view: DecisionView, command: CommandOf<"drawing.put">, id: string): Decision {
  const { audience = "national", ...body } = command.body;
  const { subject } = command;
  const before = view.drawing(subject);
  if (!before && view.subjectTaken(subject)) return refuse("subject-taken", "subject");
  if (before && (before.shared ? "joint" : "national") !== audience)
    return refuse("wrong-sharing", "body.audience");
  const incident = body.incidentId ? view.incident(body.incidentId) : undefined;
  if (body.incidentId && !incident) return refuse("bad-target", "body.incidentId");
  if (audience === "joint" && incident && incident.sharing !== "released") {
    return refuse("not-released", "body.incidentId");
  }
  return accept({ id, scope: audience, type: "drawing.put", subject, body });
}
