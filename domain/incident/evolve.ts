/** Folds an incident's own events into it; release and transfer fold theirs (slices.ts). Total over erased bodies. */
import { countryOf, scopeOf } from "../envelope";
import type { EventAmong, EventIn, EventOf } from "../events";
import { stampOf } from "../stamp";
import type { Country } from "../vocabulary";
import { withAttended } from "./attend";
import type { ResolvedChanges } from "./details";
import { nowCalling } from "./historical";
import { emptyNational, withAuthor, withNational, withVersions } from "./national";
import { withJointNote, withNationalNote, withStruckNote } from "./notes";
import { withoutNationalRaise, withRaise, withReading } from "./raise";
import { type Incident, type IncidentEntity, type incidentEvents, isIncident } from "./schema";

type IncidentEvent = EventAmong<typeof incidentEvents>;

/** The incident after one of its own events; undefined means it is not in the picture. */
export function evolveIncident(
  before: IncidentEntity | undefined,
  event: IncidentEvent,
): IncidentEntity | undefined {
  switch (event.type) {
    case "incident.reported":
      return reported(before, event);
    case "incident.noted":
      return noted(before, event);
    case "entry.struck":
      return before && event.body ? withStruckNote(before, event, event.body) : before;
    case "incident.attended":
      return before && event.body ? withAttended(before, event, event.body.through) : before;
    case "incident.archived":
      return undefined;
    default:
      return isIncident(before) ? evolveLive(before, event) : before;
  }
}

type LiveEvent = Exclude<
  IncidentEvent,
  {
    type: "incident.reported" | "incident.noted" | "incident.attended" | "incident.archived" | "entry.struck";
  }
>;

/**
 * Whether an event is a partner's step that was decided before a release or recall it had not seen. Such a step
 * changes nothing, so that concurrent events of the two joint streams commute.
 */
export function isLate(before: IncidentEntity | undefined, event: EventIn<"incidents">): boolean {
  if (!before?.originator || scopeOf(event.stream) === "national") return false;
  if (countryOf(event.stream) === before.originator) return false;
  const since = (isIncident(before) ? before.release?.seq : undefined) ?? 0;
  return event.seen < Math.max(since, before.recalled?.seq ?? 0);
}

function reported(
  before: IncidentEntity | undefined,
  event: EventOf<"incident.reported">,
): IncidentEntity | undefined {
  if (!event.body) return before;
  const { protection, ...details } = event.body;
  const incident: Incident = {
    ...details,
    id: event.subject,
    owner: event.actor.country,
    sharing: "national",
    status: "reported",
    reportedAt: event.at,
    acknowledged: {},
    national: {
      ...emptyNational,
      reporter: event.actor.by,
      authors: [event.actor.by],
      ...(protection ? { protection: "raised" as const } : {}),
    },
  };
  return incident;
}

function noted(
  before: IncidentEntity | undefined,
  event: EventOf<"incident.noted">,
): IncidentEntity | undefined {
  if (!before || !event.body) return before;
  const { phrase, text } = event.body;
  const note = {
    id: event.id,
    at: event.body.happenedAt ?? event.at,
    desk: event.actor.desk,
    country: event.actor.country,
    by: event.actor.by,
    ...(phrase ? { phrase } : {}),
    ...(text ? { text } : {}),
  };
  if (scopeOf(event.stream) === "national") return withNationalNote(before, note);
  return isIncident(before) ? withJointNote(before, note) : before;
}

function evolveLive(before: Incident, event: LiveEvent): Incident {
  const stamp = stampOf(event);
  const country = event.actor.country;
  switch (event.type) {
    case "incident.revised":
      return event.body ? withRaise(before, revised(before, event, event.body.changes), event) : before;
    case "incident.taken":
      return { ...before, holder: { desk: event.actor.desk, since: event.at } };
    case "incident.verified":
      return { ...before, status: "verified", verifiedAt: event.at };
    case "incident.closed":
      return { ...ended(before), status: "closed", closed: { at: event.at, ...event.body } };
    case "incident.reopened": {
      const { closed: _, historical: __, ...open } = before;
      const status = before.verifiedAt ? ("verified" as const) : ("reported" as const);
      return withRaise(before, { ...open, status }, event, true);
    }
    case "incident.merged":
      return {
        ...ended(before),
        ...(event.body ? { mergedInto: event.body.into } : {}),
        status: "merged",
        closed: { at: event.at },
      };
    case "incident.linked":
      return event.body
        ? { ...before, links: [...new Set([...(before.links ?? []), event.body.to])].sort() }
        : before;
    case "incident.acknowledged":
      return withReading(before, event);
    case "incident.assessed":
      return event.body
        ? {
            ...before,
            assessments: { ...before.assessments, [country]: { grading: event.body.grading, ...stamp } },
          }
        : before;
    case "incident.located": {
      const place = event.body?.place;
      return place ? withNational(before, (national) => ({ ...national, place })) : before;
    }
    case "incident.expired":
      return { ...ended(before), status: "expired", closed: before.closed ?? { at: event.at } };
    case "protection.cleared":
      return withNational(before, (national) => ({ ...national, protection: "cleared" }));
  }
}

/** An offer of ownership ends with the incident: an answer that comes after it is late, in any order of the streams. */
function ended({ transfer: _, ...before }: Incident): Incident {
  return before;
}

function revised(before: Incident, event: EventOf<"incident.revised">, changes: ResolvedChanges): Incident {
  const { protection, ...fields } = changes;
  const authored = withVersions(withAuthor(before, event.actor.by), Object.keys(changes), event);
  const flagged = protection
    ? withNational(authored, (national) => ({ ...national, protection: "raised" as const }))
    : authored;
  if (scopeOf(event.stream) === "joint")
    return nowCalling(before, applyJoint(flagged, fields, event.actor.country));
  if (before.sharing === "released") {
    return withNational(flagged, (national) =>
      Object.keys(fields).length > 0
        ? { ...national, pending: { ...national.pending, ...fields } }
        : national,
    );
  }
  return withdrawRequest(nowCalling(before, applyFields(flagged, fields)));
}

/** A joint revision also settles the same fields among those that waited nationally. */
function applyJoint(before: Incident, fields: ResolvedChanges, country: Country): Incident {
  const next = applyFields(before, fields);
  if (!next.national) return next;
  const { pending, ...national } = next.national;
  const left = Object.entries(pending ?? {}).filter(([name]) => !(name in fields));
  if (left.length > 0) return { ...next, national: { ...national, pending: Object.fromEntries(left) } };
  // Nothing waits any more: what an officer had raised was sent, or answered otherwise.
  return withoutNationalRaise({ ...next, national }, country);
}

function applyFields(before: Incident, fields: ResolvedChanges): Incident {
  const { dangerToLife, protection: _, ...plain } = fields;
  const next: Incident = { ...before, ...plain };
  if (dangerToLife === true) next.dangerToLife = true;
  if (dangerToLife === false) delete next.dangerToLife;
  return next;
}

/** A revision before approval takes a requested release back: what is approved is what was asked for. */
function withdrawRequest(incident: Incident): Incident {
  if (incident.sharing !== "requested") return incident;
  const sharing = incident.recalled ? ("recalled" as const) : ("national" as const);
  return withNational({ ...incident, sharing }, ({ request: _, ...national }) => national);
}
