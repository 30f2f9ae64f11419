/** What a screen is shown: its audience, or, for a display that is to show no more, the joint picture alone. */

import { type Audience, audiences, redactEvent, redactedDigestOf } from "@/domain/audience";
import { jointStreams, type Stream, streamsSeenBy } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { type Collection, collections, type Entities, emptyPicture, type Picture } from "@/domain/picture";
import type { RedactedEvent } from "@/domain/protocol/down";
import type { Country } from "@/domain/vocabulary";

export type Showing = Audience | "joint";
export const showings: readonly Showing[] = [...audiences, "joint"];

export const streamsShown = (country: Country, showing: Showing): readonly Stream[] =>
  showing === "joint" ? jointStreams : streamsSeenBy(country);

/** Which digest a showing is compared by: a joint one shows the joint part of the redacted picture. */
export const digestShown = (showing: Showing): "full" | "redacted" =>
  showing === "redacted" || showing === "joint" ? "redacted" : "full";

/** The joint part of an entity as walls see it, or null while it is national. It has the entity's own form. */
function jointPartShown<Name extends Collection>(
  collection: Name,
  entity: Entities[Name],
): Entities[Name] | null {
  return redactedDigestOf(collection, entity) as Entities[Name] | null;
}

/** The picture without anything national. */
export function jointPicture(picture: Picture): Picture {
  const shown = emptyPicture();
  for (const name of collections) {
    const entities = shown[name] as Map<string, Entities[Collection]>;
    for (const [id, entity] of picture[name]) {
      const part = jointPartShown(name, entity);
      if (part !== null) entities.set(id, part);
    }
  }
  return shown;
}

/** A joint event with the joint part of its entity. */
export function jointEvent(
  event: FullEvent,
  collection: Collection,
  after: Entities[Collection] | undefined,
): RedactedEvent {
  const part = after === undefined ? null : jointPartShown(collection, after);
  return { ...redactEvent(event, collection, undefined), body: { after: part } };
}
