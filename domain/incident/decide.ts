/** Decides about incidents: from the folded state and a command to the events that follow, or why none do. */
import type { CommandIn } from "../commands";
import {
  accept,
  type Decision,
  type DecisionView,
  type Draft,
  eventIdAt,
  type Meta,
  refuse,
} from "../decision";
import type { Scope } from "../envelope";
import { decideAttend } from "./attend";
import { changedSince } from "./basis";
import { allows, type Step } from "./machine";
import { findNote } from "./notes";
import { hadRaiseOnScreen } from "./raise";
import { readAt } from "./read";
import { decideReport } from "./report";
import { decideRevision } from "./revise";
import { type Incident, type incidentCommands, isIncident } from "./schema";
import { isFlagged } from "./victims";

type IncidentCommand = CommandIn<keyof typeof incidentCommands>;
type Simple = Exclude<IncidentCommand, { type: "incident.report" }>;

/** The stream an incident's events go to: joint once it is released, national before and after a recall. */
export const scopeOfIncident = (incident: Incident): Scope =>
  incident.sharing === "released" ? "joint" : "national";

/** What the incident slice makes of a command. The command is authorised already. */
export function decideIncident(view: DecisionView, command: IncidentCommand, meta: Meta): Decision {
  if (command.type === "incident.report") return decideReport(view, command, meta);
  const incident = view.incident(command.subject);
  if (!incident) return refuse("not-there", "subject");
  // A recall has to be seen too, and a tombstone is all that is left of it.
  if (command.type === "incident.attend") return decideAttend(view, incident, command, meta);
  if (!isIncident(incident)) return refuse("wrong-sharing");
  if (command.type === "incident.revise") return decideRevision(incident, command, meta);
  return decideStep(view, incident, command, meta);
}

function decideStep(
  view: DecisionView,
  incident: Incident,
  command: Exclude<Simple, { type: "incident.revise" | "incident.attend" }>,
  meta: Meta,
): Decision {
  const base = { id: eventIdAt(meta), subject: command.subject, scope: scopeOfIncident(incident) };
  const step = (name: Step, draft: Draft): Decision =>
    allows(incident, name) ? accept(draft) : refuse("wrong-status");
  switch (command.type) {
    case "incident.take":
      return step("take", { ...base, type: "incident.taken", body: {} });
    case "incident.verify":
      return step("verify", { ...base, type: "incident.verified", body: {} });
    case "incident.close":
      return step("close", {
        ...base,
        type: "incident.closed",
        body: { outcome: command.body.outcome },
      });
    case "incident.reopen":
      return step("reopen", { ...base, type: "incident.reopened", body: command.body });
    case "incident.merge":
      return decideMerge(view, incident, command, base);
    case "incident.link":
      return decideLink(view, incident, command, base);
    case "incident.acknowledge":
      return decideReading(incident, command, meta);
    case "incident.assess":
      return accept({ ...base, type: "incident.assessed", body: command.body });
    case "incident.note":
      return decideNote(incident, command, base);
    case "entry.strike":
      return decideStrike(incident, command, base);
    case "protection.clear":
      if (!isFlagged(incident)) return refuse("wrong-sharing");
      return accept({ ...base, scope: "national", type: "protection.cleared", body: command.body });
    case "incident.archive":
      return step("archive", { ...base, scope: everJoint(incident), type: "incident.archived", body: {} });
    case "incident.expire":
      return step("expire", { ...base, type: "incident.expired", body: {} });
  }
}

/** Reading counts for what was on screen: a `basis` that does not cover the last raise is stale (rule K13). */
function decideReading(
  incident: Incident,
  { basis }: CommandIn<"incident.acknowledge">,
  meta: Meta,
): Decision {
  if (readAt(incident, meta.account.country)) return refuse("already-read");
  return hadRaiseOnScreen(incident, basis)
    ? accept(draftReading(incident, meta, eventIdAt(meta)))
    : refuse("changed-since", "basis");
}

/** The event of a reading. What was read jointly and raised by an own officer alone is read nationally. */
export function draftReading(incident: Incident, meta: Meta, id: string): Draft {
  const isOwnAlone = incident.acknowledged[meta.account.country] !== undefined;
  const scope = isOwnAlone ? "national" : scopeOfIncident(incident);
  return { id, scope, type: "incident.acknowledged", subject: incident.id, body: {} };
}

type Base = { id: string; subject: string; scope: Scope };

/** What ever crossed leaves the picture jointly, tombstones included. */
const everJoint = (incident: Incident): Scope =>
  incident.release || incident.recalled ? "joint" : "national";

function decideMerge(
  view: DecisionView,
  incident: Incident,
  command: CommandIn<"incident.merge">,
  base: Base,
): Decision {
  if (!allows(incident, "merge")) return refuse("wrong-status");
  const stale = changedSince(incident, Object.keys(incident.national?.versions ?? {}), command.basis);
  if (stale) return refuse("changed-since", stale);
  const into = view.incident(command.body.into);
  const fits =
    isIncident(into) && into.id !== incident.id && into.owner === incident.owner && allows(into, "merge");
  if (!fits || (base.scope === "joint" && into.sharing !== "released"))
    return refuse("bad-target", "body.into");
  return accept({ ...base, type: "incident.merged", body: { into: command.body.into } });
}

function decideLink(
  view: DecisionView,
  incident: Incident,
  command: CommandIn<"incident.link">,
  base: Base,
): Decision {
  if (!allows(incident, "link")) return refuse("wrong-status");
  const target = view.incident(command.body.to);
  const fits = isIncident(target) && target.id !== incident.id;
  if (!fits || (base.scope === "joint" && target.sharing !== "released"))
    return refuse("bad-target", "body.to");
  if (incident.links?.includes(target.id)) return refuse("nothing-to-change", "body.to");
  return accept({ ...base, type: "incident.linked", body: command.body });
}

function decideNote(incident: Incident, command: CommandIn<"incident.note">, base: Base): Decision {
  const { audience = "national", ...body } = command.body;
  if (audience === "joint" && incident.sharing !== "released") return refuse("not-released", "body.audience");
  return accept({ ...base, scope: audience, type: "incident.noted", body });
}

function decideStrike(incident: Incident, command: CommandIn<"entry.strike">, base: Base): Decision {
  const found = findNote(incident, command.body.entryId);
  if (!found) return refuse("not-there", "body.entryId");
  if (found.note.struck) return refuse("already-struck", "body.entryId");
  return accept({ ...base, scope: found.scope, type: "entry.struck", body: command.body });
}
