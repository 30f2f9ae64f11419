/** A revision: joint at once from a desk once released (tempo matters), national from an officer or under a flag. */
import type { CommandIn } from "../commands";
import { type Decision, type Draft, eventIdAt, type Meta, refuse } from "../decision";
import { coarsen } from "../place";
import { changedSince } from "./basis";
import type { ResolvedChanges } from "./details";
import { allows } from "./machine";
import type { Incident } from "./schema";
import { isFlagged, needsCoarsePlace } from "./victims";
import { crossing } from "./visibility";

export function decideRevision(
  incident: Incident,
  command: CommandIn<"incident.revise">,
  meta: Meta,
): Decision {
  if (!allows(incident, "revise")) return refuse("wrong-status");
  const stale = changedSince(incident, Object.keys(command.body.changes), command.basis);
  if (stale) return refuse("changed-since", stale);
  const { place, ...rest } = command.body.changes;
  const changes: ResolvedChanges = place ? { ...rest, place: { ...place, ...meta.resolved } } : rest;
  return { ok: true, drafts: draftRevision(incident, changes, meta) };
}

/** The events of a revision, by a desk of the owner or by an accepted proposal. */
export function draftRevision(incident: Incident, changes: ResolvedChanges, meta: Meta): Draft[] {
  // A protection flag never crosses, nor does a field that the incident's table does not name for the record.
  const mayCross = !isFlagged(incident) && crossing(changes) === changes;
  const joint = incident.sharing === "released" && meta.account.role !== "officer" && mayCross;
  return joint ? jointDrafts(incident, changes, meta) : [national(changes, incident.id, meta)];
}

function national(changes: ResolvedChanges, subject: string, meta: Meta): Draft {
  return { id: eventIdAt(meta), scope: "national", type: "incident.revised", subject, body: { changes } };
}

/** Where victims are involved, the partner gets the cell and the exact place follows nationally. */
function jointDrafts(incident: Incident, changes: ResolvedChanges, meta: Meta): Draft[] {
  const subject = incident.id;
  const { protection: _, dangerToLife: __, ...fields } = changes;
  const after: Incident = { ...incident, ...fields };
  const coarse = needsCoarsePlace(after) && !incident.national?.approved?.exactPlace;
  const shown = coarse ? coarsen(after.place) : after.place;
  const moved = changes.place !== undefined || shown !== after.place;
  const joint = moved ? { ...changes, place: shown } : changes;
  const revised: Draft = {
    id: eventIdAt(meta),
    scope: "joint",
    type: "incident.revised",
    subject,
    body: { changes: joint },
  };
  const exact = changes.place ?? (incident.place.coarse ? undefined : incident.place);
  if (!moved || !exact) return [revised];
  return [
    revised,
    { id: eventIdAt(meta, 1), scope: "national", type: "incident.located", subject, body: { place: exact } },
  ];
}
