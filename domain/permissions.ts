/** Who may do what: a pure function that returns a denial or null, before existence is revealed. */
import type { Account } from "./actor";
import type { Command, CommandType } from "./commands";
import type { DecisionView } from "./decide";
import { makerOf } from "./envelope";
import { findNote } from "./incident/notes";
import type { IncidentEntity } from "./incident/schema";
import { type Denial, deny } from "./protocol/errors";
import type { Role } from "./vocabulary";

/** Whose incident it must be, seen from the one who acts. `create` makes a new subject; `unit` is an own unit. */
type Side = "create" | "owner" | "originator" | "partner" | "either" | "unit";
type Rule = { roles: readonly Role[]; side: Side };

const desk = ["operator", "commander"] as const satisfies readonly Role[];
const reporters = ["officer", ...desk] as const satisfies readonly Role[];
const rule = (side: Side, ...roles: Role[]): Rule => ({ side, roles });

/** The commands of the protocol, each with its roles and its side. */
export const rules: Record<CommandType, Rule> = {
  "incident.report": rule("create", ...reporters),
  "incident.revise": rule("owner", ...reporters),
  "incident.take": rule("owner", ...desk),
  "incident.verify": rule("owner", ...desk),
  "incident.close": rule("owner", ...desk),
  "incident.reopen": rule("owner", ...desk),
  "incident.merge": rule("owner", ...desk),
  "incident.link": rule("owner", ...desk),
  "incident.acknowledge": rule("either", ...desk),
  "incident.assess": rule("either", ...desk),
  "incident.note": rule("either", ...desk),
  "incident.archive": rule("owner", "system"),
  "incident.expire": rule("owner", "system"),
  "entry.strike": rule("either", ...desk),
  "protection.clear": rule("owner", "protection"),
  "release.request": rule("owner", ...desk),
  "release.approve": rule("owner", "commander"),
  "release.refuse": rule("owner", "commander"),
  "release.urgent": rule("owner", ...desk),
  "release.review": rule("owner", "commander"),
  "release.recall": rule("originator", "commander"),
  "release.acknowledge-recall": rule("partner", ...desk),
  "unit.register": rule("create", "commander", "admin", "system"),
  "unit.status": rule("unit", "officer", "commander"),
};

/** Whether the role alone rules a command out: what a screen hides altogether. */
export const roleMay = (role: Role, type: CommandType): boolean => rules[type].roles.includes(role);

/** Null when the account may give this command on what its country's picture holds; else why not. */
export function authorise(view: DecisionView, command: Command, account: Account): Denial | null {
  const { roles, side } = rules[command.type];
  if (!roles.includes(account.role)) return deny("role-may-not");
  if (side === "create") return authoriseCreate(command, account);
  if (side === "unit") return authoriseUnit(view, command, account);
  const incident = view.incident(command.subject);
  if (!incident) return absent(view, command, account);
  return authoriseSide(incident, side, account) ?? authoriseAuthor(incident, command, account);
}

function authoriseCreate(command: Command, account: Account): Denial | null {
  return makerOf(command.subject) === account.country ? null : deny("foreign-subject", "subject");
}

function authoriseUnit(view: DecisionView, command: Command, account: Account): Denial | null {
  if (account.role === "officer" && account.unitId !== command.subject) return deny("role-may-not");
  const unit = view.unit(command.subject);
  return unit && unit.country === account.country ? null : deny("not-there", "subject");
}

/** Absent, hidden or archived look the same; only reopening what this country archived is told apart. */
function absent(view: DecisionView, command: Command, account: Account): Denial {
  const own = makerOf(command.subject) === account.country;
  const wasOurs = command.type === "incident.reopen" && own && view.subjectTaken(command.subject);
  return wasOurs ? deny("archived", "subject") : deny("not-there", "subject");
}

function authoriseSide(
  incident: IncidentEntity,
  side: Exclude<Side, "create" | "unit">,
  account: Account,
): Denial | null {
  const originator = incident.originator ?? incident.owner;
  switch (side) {
    case "owner":
      return incident.owner === account.country ? null : deny("not-the-owner");
    case "originator":
      return originator === account.country ? null : deny("not-the-originator");
    case "partner":
      return originator === account.country ? deny("own-country-may-not") : null;
    case "either":
      return null;
  }
}

/** The rules that depend on who wrote what: own reports, own entries, four eyes (safeguard 4). */
function authoriseAuthor(incident: IncidentEntity, command: Command, account: Account): Denial | null {
  switch (command.type) {
    case "incident.revise":
      return account.role === "officer" && incident.national?.reporter !== account.by
        ? deny("not-the-author")
        : null;
    case "release.approve":
    case "release.refuse":
      return incident.national?.authors.includes(account.by) ? deny("four-eyes") : null;
    case "release.review":
      return incident.national?.approved?.by === account.by ? deny("four-eyes") : null;
    case "entry.strike": {
      const found = findNote(incident, command.body.entryId);
      if (!found || found.note.by === account.by) return null;
      const senior = account.role === "commander" && found.note.country === account.country;
      return senior ? null : deny("not-the-author");
    }
    default:
      return null;
  }
}
