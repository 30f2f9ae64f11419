/**
 * Who is shown what. An audience is the stricter of role and screen; each is shown what the slices' tables name it for
 * (visibility.ts), in the picture, in events and in the digest alike (rule A2), on the server.
 */
import type { Account } from "./actor";
import type { DigestKind } from "./digest";
import { countryOf, jointStreams, type Stream, scopeOf, streamsSeenBy } from "./envelope";
import type { FullEvent } from "./events";
import { type Incident, type IncidentEntity, isIncident } from "./incident/schema";
import { type Collection, type Entities, type Picture, pictureOf } from "./picture";
import type { RedactedEvent } from "./protocol/down";
import type { Screen } from "./protocol/up";
import { type AudienceView, slices } from "./slices";
import type { Country, Role } from "./vocabulary";

/** `full`: desks. `redacted`: walls and field screens. `admin`: heads and own units only. */
export type Audience = Exclude<AudienceView, "joint">;

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

/** The streams whose events a view is sent: a display of the joint picture is sent nothing national. */
export const streamsVisible = (country: Country, view: AudienceView): readonly Stream[] =>
  view === "joint" ? jointStreams : streamsSeenBy(country);

const digestKinds: Record<AudienceView, DigestKind> = {
  full: "full",
  redacted: "redacted",
  admin: "full",
  joint: "redacted",
};

/** Which digest a view is compared by. Administrators hold no incident; they are given the desks' digest. */
export const digestKindOf = (view: AudienceView): DigestKind => digestKinds[view];

/** A picture as a view may see it. */
export const pictureFor = (view: AudienceView, picture: Picture): Picture =>
  pictureOf((name) => shownOf(view, picture, name));

function shownOf<Name extends Collection>(
  view: AudienceView,
  picture: Picture,
  name: Name,
): Map<string, Entities[Name]> {
  const show = slices[name].shown[view];
  const shown = new Map<string, Entities[Name]>();
  for (const [id, entity] of picture[name]) {
    const seen = show(entity);
    if (seen) shown.set(id, seen);
  }
  return shown;
}

/** An event for a view that is told no bodies: its header, and the entity as that view may see it afterwards. */
export function eventFor<Name extends Collection>(
  view: Exclude<AudienceView, "full">,
  event: FullEvent,
  collection: Name,
  after: Entities[Name] | undefined,
): RedactedEvent {
  const { salt: _, body: __, ...header } = event;
  const shown = after === undefined ? null : slices[collection].shown[view](after);
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
