/** Authority over incidents: whose it is, who wrote what, and the four eyes. */
import type { Account } from "../actor";
import type { Command } from "../commands";
import type { DecisionView } from "../decision";
import { makerOf } from "../envelope";
import { type Denial, deny } from "../errors";
import { findNote } from "../incident/notes";
import type { IncidentEntity } from "../incident/schema";
import type { IncidentSide } from "./sides";

/** Null when the account's country and authorship allow the command on this incident. */
export function authoriseIncident(
  view: DecisionView,
  command: Command,
  account: Account,
  side: IncidentSide,
): Denial | null {
  const incident = view.incident(command.subject);
  if (!incident) return absent(view, command, account);
  return authoriseSide(incident, side, command, account) ?? authoriseAuthor(incident, command, account);
}

/** Absent, hidden or archived look the same; only reopening what this country archived is told apart. */
function absent(view: DecisionView, command: Command, account: Account): Denial {
  const own = makerOf(command.subject) === account.country;
  const wasOurs = command.type === "incident.reopen" && own && view.subjectTaken(command.subject);
  return wasOurs ? deny("archived", "subject") : deny("not-there", "subject");
}

function authoriseSide(
  incident: IncidentEntity,
  side: IncidentSide,
  command: Command,
  account: Account,
): Denial | null {
  const originator = incident.originator ?? incident.owner;
  switch (side) {
    case "owner":
      return incident.owner === account.country ? null : deny("not-the-owner");
    case "nonOwner":
      return incident.owner === account.country ? deny("own-country-may-not") : null;
    case "originator":
      return originator === account.country ? null : deny("not-the-originator");
    case "partner":
      return originator === account.country ? deny("own-country-may-not") : null;
    case "reviser":
      return authoriseReviser(incident, command, account);
    case "either":
      return null;
  }
}

/** Core fields are the owner's; the handling code stays with the originator, even after a transfer (rule W3). */
function authoriseReviser(incident: IncidentEntity, command: Command, account: Account): Denial | null {
  const originator = incident.originator ?? incident.owner;
  const fields = command.type === "incident.revise" ? Object.keys(command.body.changes) : [];
  const onlyHandling = fields.every((field) => field === "handling");
  if (incident.owner !== account.country && !(onlyHandling && originator === account.country)) {
    return deny("not-the-owner");
  }
  if (fields.includes("handling") && originator !== account.country) {
    return deny("not-the-originator", "body.changes.handling");
  }
  return account.role === "officer" && incident.national?.reporter !== account.by
    ? deny("not-the-author")
    : null;
}

/** The rules that depend on who wrote what: own entries, four eyes (safeguard S4). */
function authoriseAuthor(incident: IncidentEntity, command: Command, account: Account): Denial | null {
  switch (command.type) {
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
