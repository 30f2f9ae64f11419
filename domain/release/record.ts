/** The snapshots of release and recall: what crosses, and what the originator keeps. */
import type { DecisionView } from "../decision";
import { storedStatus } from "../incident/machine";
import type { Incident, IncidentRecord } from "../incident/schema";
import { needsCoarsePlace } from "../incident/victims";
import { coarsen } from "../place";
import type { Country } from "../vocabulary";

function onlyOwn<Value>(
  perCountry: { KH?: Value; LA?: Value },
  country: Country,
): { KH?: Value; LA?: Value } {
  const own = perCountry[country];
  return own === undefined ? {} : { [country]: own };
}

/** All shareable fields: never notes, annex or protection details; never a link to what did not cross. */
export function releasableRecord(
  view: DecisionView,
  incident: Incident,
  exactPlace: boolean,
): IncidentRecord {
  const {
    national: _,
    notes: __,
    release: ___,
    recalled: ____,
    transfer: _____,
    mergedInto,
    links,
    assessments,
    ...shareable
  } = incident;
  const crossed = (id: string) => view.incident(id)?.sharing === "released";
  const sharedLinks = (links ?? []).filter(crossed);
  const ownAssessments = onlyOwn(assessments ?? {}, incident.owner);
  return {
    ...shareable,
    status: storedStatus(incident),
    sharing: "released",
    originator: incident.originator ?? incident.owner,
    place: needsCoarsePlace(incident) && !exactPlace ? coarsen(incident.place) : incident.place,
    acknowledged: onlyOwn(incident.acknowledged, incident.owner),
    ...(Object.keys(ownAssessments).length > 0 ? { assessments: ownAssessments } : {}),
    ...(sharedLinks.length > 0 ? { links: sharedLinks } : {}),
    ...(mergedInto && crossed(mergedInto) ? { mergedInto } : {}),
  };
}

/** The originator's own copy after a recall, with the exact place and what waited to be sent. */
export function ownRecord(incident: Incident): IncidentRecord {
  const { national, notes: _, release: __, recalled: ___, transfer: ____, ...record } = incident;
  const { protection: _____, dangerToLife, ...pending } = national?.pending ?? {};
  return {
    ...record,
    ...pending,
    ...(dangerToLife ? { dangerToLife: true as const } : {}),
    status: storedStatus(incident),
    sharing: "recalled",
    owner: incident.originator ?? incident.owner,
    place: national?.pending?.place ?? national?.place ?? incident.place,
  };
}
