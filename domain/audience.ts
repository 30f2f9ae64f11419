/**
 * Who is shown what. An audience is the stricter of role and screen; redaction is a whitelist, applied to the
 * picture, to events and to the digest alike (rule A2), and enforced on the server.
 */
import type { Account } from "./actor";
import type { ClockPart } from "./clock/schema";
import { type DigestOf, jointDigestOf } from "./digest";
import { countryOf, scopeOf } from "./envelope";
import type { FullEvent } from "./events";
import { type Incident, type IncidentEntity, isIncident } from "./incident/schema";
import { needsCoarsePlace } from "./incident/victims";
import { type Collection, collections, type Entities, type Picture } from "./picture";
import { coarsen } from "./place";
import type { RedactedEvent } from "./protocol/down";
import type { Screen } from "./protocol/up";
import type { Country, Role } from "./vocabulary";

/** `full`: desks. `redacted`: walls and field screens. `admin`: heads and own units only. */
export const audiences = ["full", "redacted", "admin"] as const;
export type Audience = (typeof audiences)[number];

const byRole: Record<Role, Audience> = {
  officer: "redacted",
  operator: "full",
  commander: "full",
  protection: "full",
  auditor: "full",
  admin: "admin",
  display: "redacted",
  system: "full",
};
const byScreen: Record<Screen, Audience> = {
  wall: "redacted",
  command: "full",
  field: "redacted",
  report: "redacted",
};

/** The stricter of what the role may see and what the screen shows. */
export function audienceFor(role: Role, screen: Screen): Audience {
  if (byRole[role] === "admin") return "admin";
  return byRole[role] === "full" && byScreen[screen] === "full" ? "full" : "redacted";
}

const redactedIncidents = new WeakMap<IncidentEntity, IncidentEntity>();

function redactIncident(entity: IncidentEntity): IncidentEntity {
  if (!isIncident(entity)) {
    const { national: _, ...tombstone } = entity;
    return tombstone;
  }
  const { id, ref, owner, originator, holder, kind, impact, status, sharing, occurredAt, reportedAt } =
    entity;
  const { acknowledged, grading, handling, dangerToLife, verifiedAt, closed, mergedInto, release, recalled } =
    entity;
  const place = needsCoarsePlace(entity) ? coarsen(entity.place) : entity.place;
  const shown: Incident = {
    id,
    ref,
    owner,
    kind,
    impact,
    status,
    sharing,
    place,
    occurredAt,
    reportedAt,
    acknowledged,
    grading,
    handling,
  };
  return Object.assign(
    shown,
    originator && { originator },
    holder && { holder },
    dangerToLife && { dangerToLife },
    verifiedAt && { verifiedAt },
    closed && { closed },
    mergedInto && { mergedInto },
    release && { release },
    recalled && { recalled },
  );
}

/** An entity as walls and field screens may see it: coded facts only, victims' places as cells. */
export function redactEntity<Entity extends Entities[Collection]>(
  collection: Collection,
  entity: Entity,
): Entity {
  // Which entity stands in which collection is the picture's own rule; the compiler cannot follow it here.
  return redactUnion(collection, entity) as Entity;
}

function redactUnion(collection: Collection, entity: Entities[Collection]): Entities[Collection] {
  switch (collection) {
    case "incidents":
      return redactKnown(entity as IncidentEntity);
    case "messages": {
      const { text: _, ...message } = entity as Entities["messages"];
      return message;
    }
    case "tasks":
      return redactTask(entity as Entities["tasks"]);
    case "requests":
      return redactRequest(entity as Entities["requests"]);
    case "proposals": {
      const { changes: _, answered, ...proposal } = entity as Entities["proposals"];
      return {
        ...proposal,
        changes: {},
        ...(answered ? { answered: { at: answered.at, desk: answered.desk } } : {}),
      };
    }
    case "clocks": {
      const mark = entity as Entities["clocks"];
      return {
        ...mark,
        parts: redactParts(mark.parts),
        ...(mark.nationalParts ? { nationalParts: redactParts(mark.nationalParts) } : {}),
      };
    }
    case "drawings": {
      const { label: _, ...drawing } = entity as Entities["drawings"];
      return drawing;
    }
    case "units":
      return entity;
  }
}

/** Steps and times, not what was said about them. */
function redactTask({ ended, ...task }: Entities["tasks"]): Entities["tasks"] {
  return ended ? { ...task, ended: { at: ended.at } } : task;
}

function redactRequest({
  asked,
  answered,
  handover: _,
  ...request
}: Entities["requests"]): Entities["requests"] {
  const { reason: __, ...shownAsked } = asked;
  const { reason: ___, result: ____, ...shownAnswered } = answered;
  return { ...request, asked: shownAsked, answered: shownAnswered };
}

function redactParts(parts: Entities["clocks"]["parts"]): Entities["clocks"]["parts"] {
  const redactOne = (part: ClockPart): ClockPart => ({
    ...part,
    pauses: part.pauses.map((pause) => ({ ...pause, reason: "" })),
  });
  return {
    ...(parts.KH ? { KH: redactOne(parts.KH) } : {}),
    ...(parts.LA ? { LA: redactOne(parts.LA) } : {}),
  };
}

function redactKnown(incident: IncidentEntity): IncidentEntity {
  const known = redactedIncidents.get(incident);
  if (known) return known;
  const redacted = redactIncident(incident);
  redactedIncidents.set(incident, redacted);
  return redacted;
}

/** A picture with every entity redacted. */
export function redactPicture(picture: Picture): Picture {
  const redactAll = <Name extends Collection>(name: Name) =>
    new Map([...picture[name]].map(([id, entity]) => [id, redactEntity(name, entity)]));
  return {
    incidents: redactAll("incidents"),
    tasks: redactAll("tasks"),
    requests: redactAll("requests"),
    units: redactAll("units"),
    messages: redactAll("messages"),
    proposals: redactAll("proposals"),
    clocks: redactAll("clocks"),
    drawings: redactAll("drawings"),
  };
}

/** The digest's view of a redacted audience: the joint part of each redacted entity. */
export const redactedDigestOf: DigestOf = (collection, entity) =>
  jointDigestOf(collection, redactUnion(collection, entity));

/** An event for a redacted audience: its header, and the entity as that audience may see it afterwards. */
export function redactEvent(
  event: FullEvent,
  collection: Collection,
  after: Entities[Collection] | undefined,
): RedactedEvent {
  const { salt: _, body: __, ...header } = event;
  const shown = after === undefined ? null : redactEntity(collection, after);
  return { ...header, redacted: true, body: { after: shown } };
}

/**
 * Whether a body must be withheld from a country that asks now: what the originator wrote before it last recalled
 * the incident is no longer the partner's to read (safeguard S10), be it released again or archived since.
 * `lastRecallSeq` is the seq of the subject's last `release.recalled` in the event's own stream, if there is one.
 */
export function isWithheld(event: FullEvent, lastRecallSeq: number | undefined, viewer: Country): boolean {
  if (lastRecallSeq === undefined || scopeOf(event.stream) === "national") return false;
  return countryOf(event.stream) !== viewer && event.seq < lastRecallSeq;
}

/** The same event without its body and salt: the chain verifies, the content cannot be guessed. */
export function withhold(event: FullEvent): FullEvent {
  const { salt: _, ...rest } = event;
  return { ...rest, body: null };
}

/** In full, for an officer: the incidents this account reported (a live task of the unit comes with tasks). */
export function isOwn(entity: IncidentEntity, account: Pick<Account, "by" | "country">): entity is Incident {
  return isIncident(entity) && entity.owner === account.country && entity.national?.reporter === account.by;
}

/** What an administrator's screen may hold: the own country's units. */
export function adminPicture(picture: Picture): Picture {
  const empty = Object.fromEntries(collections.map((name) => [name, new Map()])) as Picture;
  return { ...empty, units: picture.units };
}
