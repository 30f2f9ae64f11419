/** Folds release and recall into an incident. */
import { countryOf } from "../envelope";
import type { BodyOf, EventAmong, EventOf } from "../events";
import { emptyNational, withAuthor, withNational } from "../incident/national";
import { type Incident, type IncidentEntity, isIncident, type Tombstone } from "../incident/schema";
import { stampOf } from "../stamp";
import type { releaseEvents } from "./schema";

type ReleaseEvent = EventAmong<typeof releaseEvents>;

/** The incident after a release event; total over erased bodies. */
export function evolveRelease(
  before: IncidentEntity | undefined,
  event: ReleaseEvent,
): IncidentEntity | undefined {
  switch (event.type) {
    case "incident.released":
      return event.body ? released(before, event, event.body) : erasedRelease(before, event);
    case "release.recalled":
      return recalled(before, event);
    case "incident.restored":
      return before && event.body ? restored(before, event.body) : before;
    case "release.recall-acknowledged":
      return recallAcknowledged(before, event);
    case "release.requested":
    case "release.approved":
    case "release.refused":
    case "release.reviewed":
      return isIncident(before) ? evolveNational(before, event) : before;
  }
}

function released(
  before: IncidentEntity | undefined,
  event: EventOf<"incident.released">,
  body: BodyOf<"incident.released">,
): Incident {
  const urgent = body.urgent ? { urgent: true as const } : {};
  return {
    ...body.record,
    release: { at: event.at, desk: event.actor.desk, ...urgent, seq: event.seq },
    ...(before?.national ? { national: before.national } : {}),
  };
}

/**
 * A release whose body was erased after a recall: what is known of it stands as a tombstone, so that what the own
 * country wrote nationally about it is kept in every fold.
 */
function erasedRelease(
  before: IncidentEntity | undefined,
  event: EventOf<"incident.released">,
): IncidentEntity {
  const country = countryOf(event.stream);
  return (
    before ?? {
      ...{ id: event.subject, ref: "", owner: country, originator: country, sharing: "recalled" },
      recalled: { ...stampOf(event), seq: event.seq },
    }
  );
}

function recalled(
  before: IncidentEntity | undefined,
  event: EventOf<"release.recalled">,
): Tombstone | undefined {
  const named = event.body ?? before;
  if (!named) return undefined;
  return {
    id: event.subject,
    ref: named.ref,
    owner: named.owner,
    originator: named.originator ?? countryOf(event.stream),
    sharing: "recalled",
    recalled: { at: event.at, desk: event.actor.desk, seq: event.seq },
    ...(before?.national ? { national: before.national } : {}),
  };
}

/** The originator's own copy stands again, with the exact place back on top. */
function restored(before: IncidentEntity, body: BodyOf<"incident.restored">): Incident {
  const { place: _, approved: __, pending: ___, ...national } = before.national ?? emptyNational;
  // What an officer had raised went with what waited to be sent.
  const { raised: ____, ...attention } = before.attention ?? {};
  return {
    ...body.record,
    sharing: "recalled",
    ...(before.recalled ? { recalled: before.recalled } : {}),
    national,
    ...(before.attention ? { attention } : {}),
  };
}

function recallAcknowledged(
  before: IncidentEntity | undefined,
  event: EventOf<"release.recall-acknowledged">,
): IncidentEntity | undefined {
  if (!before?.recalled || before.recalled.acknowledged) return before;
  return {
    ...before,
    recalled: { ...before.recalled, acknowledged: stampOf(event) },
  };
}

function evolveNational(
  before: Incident,
  event:
    | EventOf<"release.requested">
    | EventOf<"release.approved">
    | EventOf<"release.refused">
    | EventOf<"release.reviewed">,
): Incident {
  const stamp = stampOf(event);
  switch (event.type) {
    case "release.requested": {
      const version = event.body?.version ?? { stream: event.stream, seq: event.seq };
      const asked = withAuthor({ ...before, sharing: "requested" as const }, event.actor.by);
      return withNational(asked, ({ refused: _, ...national }) => ({
        ...national,
        request: { by: event.actor.by, ...stamp, version },
      }));
    }
    case "release.refused":
      return withNational({ ...before, sharing: "refused" as const }, ({ request: _, ...national }) => ({
        ...national,
        refused: { ...stamp, reason: event.body?.reason ?? "" },
      }));
    case "release.approved":
      return approved(before, event);
    case "release.reviewed":
      return withNational(before, (national) => {
        const urgent = national.approved?.urgent;
        if (!national.approved || !urgent) return national;
        return { ...national, approved: { ...national.approved, urgent: { ...urgent, reviewed: stamp } } };
      });
  }
}

/** Keeps the exact place and the approver nationally; the joint snapshot follows in the same transaction. */
function approved(before: Incident, event: EventOf<"release.approved">): Incident {
  const exactPlace = event.body?.exactPlace ? { exactPlace: true as const } : {};
  const urgent = event.body?.urgent ? { urgent: { reason: event.body.reason ?? "" } } : {};
  return withNational(before, ({ request: _, refused: __, ...national }) => ({
    ...national,
    place: before.place,
    approved: { by: event.actor.by, desk: event.actor.desk, at: event.at, ...exactPlace, ...urgent },
  }));
}
