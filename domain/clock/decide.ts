/** Decides about deadlines: an alarm is acknowledged by a named desk, a pause keeps its reason. */
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
import { isPaused } from "./evolve";
import type { clockCommands } from "./schema";

/** What the clock slice makes of a command. The deadline runs; that was checked when it was authorised. */
export function decideClock(
  view: DecisionView,
  command: CommandIn<keyof typeof clockCommands>,
  meta: Meta,
): Decision {
  if (command.type === "clock.archive") return decideArchive(view, command.subject, meta);
  const clock = view.clock(command.subject);
  if (!clock) throw new Error("a clock decision needs its clock");
  const mark = view.clockMark(command.subject);
  const { country } = meta.account;
  const base = {
    id: eventIdAt(meta),
    subject: command.subject,
    scope: scopeFor(!clock.national),
  };
  switch (command.type) {
    case "alarm.acknowledge":
      if (clock.acknowledged[country]) return refuse("already-read");
      return accept({ ...base, type: "alarm.acknowledged", body: {} });
    case "clock.pause":
      if (clock.paused) return refuse("wrong-status");
      return accept({ ...base, type: "clock.paused", body: command.body });
    case "clock.resume": {
      const joint = isPaused(mark?.parts[country]);
      if (!joint && !isPaused(mark?.nationalParts?.[country])) return refuse("wrong-status");
      return accept({ ...base, scope: scopeFor(joint), type: "clock.resumed", body: {} });
    }
  }
}

/** A country's own marks on a deadline that runs no more leave the picture: the joint ones first, then the national. */
function decideArchive(view: DecisionView, subject: string, meta: Meta): Decision {
  const mark = view.clockMark(subject);
  if (!mark || view.clock(subject)) return refuse("wrong-status");
  const { country } = meta.account;
  const joint = mark.parts[country] !== undefined;
  if (!joint && !mark.nationalParts?.[country]) return refuse("wrong-status");
  return accept({ id: eventIdAt(meta), scope: scopeFor(joint), type: "clock.archived", subject, body: {} });
}
