/**
 * Ends an incident, or one country's part in it, and with it what still runs there: one command, one transaction. Each
 * thing is ended by its own event, and only by who could also end it alone.
 */
import type { Command, CommandIn } from "../commands";
import { accept, type Belonging, type Decision, type DecisionView, type Meta, refuse } from "../decision";
import { type Incident, isIncident } from "../incident/schema";
import { roleMay } from "../permissions";
import type { Running } from "../running";
import type { Country } from "../vocabulary";
import { commandEnding, type EndReason, isInUse, runningAtPartner, runningOf } from "./running";

export type EndingType =
  | "incident.close"
  | "incident.merge"
  | "incident.expire"
  | "incident.archive"
  | "transfer.complete";
type Ending = CommandIn<EndingType>;
type DecideOne = (view: DecisionView, command: Command, meta: Meta) => Decision;

const reasons: Record<"incident.close" | "incident.merge" | "transfer.complete", EndReason> = {
  "incident.close": "incident-closed",
  "incident.merge": "incident-merged",
  "transfer.complete": "incident-transferred",
};

/** What becomes of it; `decideAlone` decides the command itself and `decideOne` what ends with it. */
export function decideEnding(
  view: DecisionView,
  command: Ending,
  meta: Meta,
  { decideAlone, decideOne }: { decideAlone: (meta: Meta) => Decision; decideOne: DecideOne },
): Decision {
  const alone = decideAlone(meta);
  const incident = view.incident(command.subject);
  if (!alone.ok || !isIncident(incident)) return alone;
  const belonging = view.belongingTo(incident.id);
  const { country } = meta.account;
  switch (command.type) {
    case "incident.archive":
      return isInUse(belonging, incident) ? stillRuns(allOf(incident, belonging, country)) : alone;
    case "incident.expire":
      return runningOf(incident, belonging, country).length > 0
        ? stillRuns(runningOf(incident, belonging, country))
        : alone;
    case "incident.close":
    case "incident.merge":
    case "transfer.complete":
      return endTogether(view, command, meta, { incident, belonging, decideAlone, decideOne });
  }
}

const stillRuns = (running: readonly Running[], path?: string): Decision =>
  refuse("still-running", path, running);

const allOf = (incident: Incident, belonging: Belonging, country: Country): Running[] => [
  ...runningOf(incident, belonging, country),
  ...runningAtPartner(belonging, country),
];

type Parts = {
  incident: Incident;
  belonging: Belonging;
  decideAlone: (meta: Meta) => Decision;
  decideOne: DecideOne;
};

function endTogether(
  view: DecisionView,
  command: CommandIn<"incident.close" | "incident.merge" | "transfer.complete">,
  meta: Meta,
  { incident, belonging, decideAlone, decideOne }: Parts,
): Decision {
  const named = command.body.ends ?? [];
  const { account } = meta;
  const isOn = new Set([incident.id, ...subjectsOf(belonging)]);
  const foreign = named.findIndex((id) => !isOn.has(id));
  if (foreign >= 0) return refuse("not-there", `body.ends.${foreign}`);
  const running = runningOf(incident, belonging, account.country);
  const chosen = running.filter(({ id }) => named.includes(id));
  const theirs = runningAtPartner(belonging, account.country).filter(({ id }) => named.includes(id));
  const mustEnd = command.type === "transfer.complete" ? running.filter(isVoidAfterTransfer) : running;
  const isComplete = mustEnd.every(({ id }) => named.includes(id));
  const drafts = isComplete && theirs.length === 0 ? draftsOf(chosen) : undefined;
  if (!drafts) return stillRuns([...running, ...theirs]);
  const alone = decideAlone({ ...meta, eventIds: meta.eventIds.slice(drafts.used) });
  return alone.ok ? accept(...drafts.made, ...alone.drafts) : alone;

  /** The events that end what was named; undefined when this role cannot end all of it. */
  function draftsOf(things: readonly Running[]) {
    const made: Extract<Decision, { ok: true }>["drafts"] = [];
    let used = 0;
    for (const thing of things) {
      const end = commandEnding(thing, belonging, account.country, reasons[command.type]);
      if (!end) {
        if (!roleMay(account.role, "transfer.offer")) return undefined;
        continue;
      }
      const decision = decideOne(view, end, { ...meta, eventIds: meta.eventIds.slice(used) });
      if (!decision.ok) return undefined;
      used += decision.drafts.length;
      made.push(...decision.drafts.filter(({ subject }) => subject === thing.id));
    }
    return { made, used };
  }
}

const subjectsOf = ({ tasks, requests, proposals }: Belonging): string[] =>
  [...tasks, ...requests, ...proposals].map(({ id }) => id);

/** Once the proposer owns the incident nobody could decide its proposal any more. */
const isVoidAfterTransfer = ({ what }: Running): boolean => what === "proposal";
