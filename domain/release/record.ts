/** The snapshots of release and recall: what crosses, and what the originator keeps. */
import type { DecisionView } from "../decision";
import { storedStatus } from "../incident/machine";
import type { Incident, IncidentRecord } from "../incident/schema";
import { needsCoarsePlace } from "../incident/victims";
import { crossing, recordOf } from "../incident/visibility";
import { coarsen } from "../place";
import type { Country } from "../vocabulary";

function onlyOwn<Value>(
  perCountry: { KH?: Value; LA?: Value },
  country: Country,
): { KH?: Value; LA?: Value } {
  const own = perCountry[country];
  return own === undefined ? {} : { [country]: own };
}

/**
 * What crosses on release: the fields that the incident's table names for the record, and of those only what the owner
 * itself wrote and links to what has crossed. Never notes, annex or protection details (rule A3).
 */
export function releasableRecord(
  view: Pick<DecisionView, "incident">,
  incident: Incident,
  exactPlace: boolean,
): IncidentRecord {
  const { mergedInto, links, assessments, ...record } = recordOf(incident);
  const crossed = (id: string) => view.incident(id)?.sharing === "released";
  const sharedLinks = (links ?? []).filter(crossed);
  const ownAssessments = onlyOwn(assessments ?? {}, incident.owner);
  return {
    ...record,
    status: storedStatus(incident),
    sharing: "released",
    originator: incident.originator ?? incident.owner,
    place: needsCoarsePlace(incident) && !exactPlace ? coarsen(record.place) : record.place,
    acknowledged: onlyOwn(record.acknowledged, incident.owner),
    ...(Object.keys(ownAssessments).length > 0 ? { assessments: ownAssessments } : {}),
    ...(sharedLinks.length > 0 ? { links: sharedLinks } : {}),
    ...(mergedInto && crossed(mergedInto) ? { mergedInto } : {}),
  };
}

/** The originator's own copy after a recall, with the exact place and what waited to be sent. */
export function ownRecord(incident: Incident): IncidentRecord {
  const { national } = incident;
  const { dangerToLife, ...pending } = crossing(national?.pending ?? {});
  const record = recordOf(incident);
  const { place = record.place } = crossing({ place: pending.place ?? national?.place });
  return {
    ...record,
    ...pending,
    ...(dangerToLife ? { dangerToLife: true as const } : {}),
    status: storedStatus(incident),
    sharing: "recalled",
    owner: incident.originator ?? incident.owner,
    place,
  };
}
