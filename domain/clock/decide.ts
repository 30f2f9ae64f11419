/** Decides about clocks: an alarm is acknowledged by a named desk, a pause keeps its reason. */
import type { CommandIn } from "../commands";
import type { Decision, DecisionView, Meta } from "../decide";
import { type DenialReason, deny } from "../protocol/errors";
import { isPaused } from "./evolve";
import type { clockCommands } from "./schema";

const refuse = (reason: DenialReason, path?: string): Decision => ({ ok: false, denial: deny(reason, path) });

/** What the clock slice makes of a command. The clock runs; that was checked when it was authorised. */
export function decideClock(
  view: DecisionView,
  command: CommandIn<keyof typeof clockCommands>,
  meta: Meta,
): Decision {
  if (command.type === "clock.archive") return decideArchive(view, command.subject, meta);
  const clock = view.clock(command.subject);
  const [id] = meta.eventIds;
  if (!clock || !id) throw new Error("a clock decision needs its clock and an event id");
  const mark = view.clockMark(command.subject);
  const { country } = meta.account;
  const base = {
    id,
    subject: command.subject,
    scope: clock.national ? ("national" as const) : ("joint" as const),
  };
  switch (command.type) {
    case "alarm.acknowledge":
      if (clock.acknowledged[country]) return refuse("already-read");
      return { ok: true, drafts: [{ ...base, type: "alarm.acknowledged", body: {} }] };
    case "clock.pause":
      if (clock.paused) return refuse("wrong-status");
      return { ok: true, drafts: [{ ...base, type: "clock.paused", body: command.body }] };
    case "clock.resume": {
      const joint = isPaused(mark?.parts[country]);
      if (!joint && !isPaused(mark?.nationalParts?.[country])) return refuse("wrong-status");
      const scope = joint ? ("joint" as const) : ("national" as const);
      return { ok: true, drafts: [{ ...base, scope, type: "clock.resumed", body: {} }] };
    }
  }
}

/** Marks of a clock that runs no more leave the picture. */
function decideArchive(view: DecisionView, subject: string, meta: Meta): Decision {
  const mark = view.clockMark(subject);
  const [id] = meta.eventIds;
  if (!id || !mark || view.clock(subject)) return refuse("wrong-status");
  const crossed = Object.keys(mark.parts).length > 0;
  const scope = crossed ? ("joint" as const) : ("national" as const);
  return { ok: true, drafts: [{ id, scope, type: "clock.archived", subject, body: {} }] };
}
