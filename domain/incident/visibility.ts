/** Who is shown which field of an incident; places of victims are coarsened first (safeguard S6). */
import { coarsen } from "../place";
import {
  desks,
  everyone,
  newsFor,
  ownDesks,
  ownScreens,
  perCountry,
  picker,
  placeFor,
  stampFor,
  type Viewers,
  type Visibility,
  vectorFor,
} from "../visibility";
import type { ResolvedChanges } from "./details";
import { type Incident, type IncidentEntity, type IncidentRecord, isIncident, type Note } from "./schema";
import { needsCoarsePlace } from "./victims";

/** What a recall leaves; what a release carries to every screen; what it carries to desks alone. */
const identity: Viewers = [...everyone, "record", "tombstone"];
const core: Viewers = [...everyone, "record"];
const detail: Viewers = [...desks, "record"];
const recall: Viewers = [...everyone, "tombstone"];

const gradingFor = (shownTo: Viewers) => ({ source: shownTo, info: shownTo });

/** The coded details of a report: for desks, where a wall shows that there is an incident and where. */
const detailsFor = (shownTo: Viewers) => ({
  direction: shownTo,
  transport: shownTo,
  detection: shownTo,
  people: { role: shownTo, sex: shownTo, ageBand: shownTo, count: shownTo },
  drugs: {
    substance: shownTo,
    quantity: shownTo,
    unit: shownTo,
    count: shownTo,
    packaging: shownTo,
    concealment: shownTo,
  },
  vehicles: { kind: shownTo, colour: shownTo, count: shownTo },
  response: { action: shownTo, state: shownTo },
});

/** The fields that a revision or a proposal may change. */
export const changesFor = (shownTo: Viewers, detailsShownTo: Viewers) => ({
  kind: shownTo,
  impact: shownTo,
  place: placeFor(shownTo),
  occurredAt: shownTo,
  grading: gradingFor(shownTo),
  handling: shownTo,
  dangerToLife: shownTo,
  ...detailsFor(detailsShownTo),
});

const notesFor = (shownTo: Viewers): Visibility<Note> => ({
  id: shownTo,
  ...stampFor(shownTo),
  country: shownTo,
  by: shownTo,
  phrase: { id: shownTo, slots: shownTo },
  text: { text: shownTo, lang: shownTo },
  struck: { ...stampFor(shownTo), reason: shownTo },
});

const national: Visibility<IncidentEntity["national"]> = {
  reporter: ownDesks,
  authors: ownDesks,
  notes: notesFor(ownDesks),
  place: placeFor(ownDesks),
  protection: ownDesks,
  request: { by: ownDesks, ...stampFor(ownDesks), version: { stream: ownDesks, seq: ownDesks } },
  refused: { ...stampFor(ownDesks), reason: ownDesks },
  approved: {
    by: ownDesks,
    ...stampFor(ownDesks),
    exactPlace: ownDesks,
    urgent: { reason: ownDesks, reviewed: stampFor(ownDesks) },
  },
  pending: { ...changesFor(ownDesks, ownDesks), protection: ownDesks },
  versions: ownDesks,
  status: ownDesks,
  unseen: { what: ownDesks, at: ownDesks },
};

export const incidentVisibility: Visibility<IncidentEntity> = {
  id: identity,
  ref: identity,
  owner: identity,
  originator: identity,
  sharing: identity,
  ...changesFor(core, detail),
  historical: core,
  status: core,
  holder: { desk: core, since: core },
  reportedAt: core,
  acknowledged: perCountry(stampFor(core)),
  assessments: perCountry({ grading: gradingFor(detail), ...stampFor(detail) }),
  verifiedAt: core,
  closed: { at: core, outcome: core },
  mergedInto: core,
  links: detail,
  notes: notesFor(desks),
  release: { ...stampFor(everyone), urgent: everyone, seq: everyone },
  recalled: { ...stampFor(recall), seq: recall, acknowledged: stampFor(recall) },
  raised: { stream: everyone, seq: everyone, at: everyone },
  transfer: {
    offered: { ...stampFor(desks), reason: desks, seq: desks },
    answered: { ...stampFor(desks), state: desks, reason: desks },
  },
  news: newsFor(everyone),
  national,
  attention: {
    news: newsFor(ownScreens),
    raised: { stream: ownScreens, seq: ownScreens, at: ownScreens, why: ownScreens },
    attended: { desk: vectorFor(ownScreens), commander: vectorFor(ownScreens) },
  },
  unseen: ownScreens,
  why: ownScreens,
};

/** What a revision may carry across: as the record; a protection flag never (safeguard S7). */
const changesVisibility: Visibility<ResolvedChanges> = {
  ...changesFor(core, detail),
  protection: ownDesks,
};

const pickRedacted = picker(incidentVisibility, "redacted");
const pickPartner = picker(incidentVisibility, "partner");
const pickTombstone = picker(incidentVisibility, "tombstone");

const pickRecord = picker(incidentVisibility, "record");
const pickCrossing = picker(changesVisibility, "record");

/** The fields of an incident that cross on release and come back on recall. */
export function recordOf(incident: Incident): IncidentRecord {
  const record = pickRecord(incident);
  if (!record || !isIncident(record)) throw new TypeError("an incident's record is an incident's");
  return record;
}

/** The changes that may cross; the same object when all of them may. */
export const crossing = (changes: ResolvedChanges): ResolvedChanges => pickCrossing(changes) ?? {};

/** Coded facts only, and victims' places as cells. */
export function redactIncident(entity: IncidentEntity): IncidentEntity | null {
  const coarse = isIncident(entity) && needsCoarsePlace(entity);
  return pickRedacted(coarse ? { ...entity, place: coarsen(entity.place) } : entity);
}

/** What both countries hold of an incident, or null while it is national. */
export function jointIncident(entity: IncidentEntity): IncidentEntity | null {
  switch (entity.sharing) {
    case "national":
    case "requested":
    case "refused":
      return entity.recalled ? tombstoneOf(entity) : null;
    case "recalled":
      return tombstoneOf(entity);
    case "released":
      return pickPartner(entity);
  }
}

/** After a recall only this much is joint, whatever the originator works on nationally. */
function tombstoneOf(entity: IncidentEntity): IncidentEntity | null {
  const left = pickTombstone(entity);
  return left && { ...left, sharing: "recalled" };
}
