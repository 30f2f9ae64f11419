/** An audience's view of events, picture and digest, with `joint` for displays that may show the joint picture only. */
import { type Audience, audiences, redactEvent, redactedDigestOf } from "@/domain/audience";
import { jointStreams, type Stream, streamsSeenBy } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { type Collection, collections, type Entities, emptyPicture, type Picture } from "@/domain/picture";
import type { RedactedEvent } from "@/domain/protocol/down";
import type { Country } from "@/domain/vocabulary";

export type AudienceView = Audience | "joint";
export const audienceViews: readonly AudienceView[] = [...audiences, "joint"];

export const streamsVisible = (country: Country, audience: AudienceView): readonly Stream[] =>
  audience === "joint" ? jointStreams : streamsSeenBy(country);

/** Which of the two digests a view is compared by; the digests cover the joint part only, so `joint` has the redacted one. */
export const digestKindOf = (audience: AudienceView): "full" | "redacted" =>
  audience === "redacted" || audience === "joint" ? "redacted" : "full";

/** The joint part of an entity as walls see it, or null while it is national. It has the entity's own type. */
function redactedJointPart<Name extends Collection>(
  collection: Name,
  entity: Entities[Name],
): Entities[Name] | null {
  return redactedDigestOf(collection, entity) as Entities[Name] | null;
}

/** The picture without anything national. */
export function jointPicture(picture: Picture): Picture {
  const joint = emptyPicture();
  for (const name of collections) {
    const entities = joint[name] as Map<string, Entities[Collection]>;
    for (const [id, entity] of picture[name]) {
      const part = redactedJointPart(name, entity);
      if (part !== null) entities.set(id, part);
    }
  }
  return joint;
}

/** A joint event with the joint part of its entity. */
export function jointEvent(
  event: FullEvent,
  collection: Collection,
  after: Entities[Collection] | undefined,
): RedactedEvent {
  const part = after === undefined ? null : redactedJointPart(collection, after);
  return { ...redactEvent(event, collection, undefined), body: { after: part } };
}
