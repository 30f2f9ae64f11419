/** The heads message: how far this process has read each stream, its fold's digest, and the partner's state. */

import { streamsVisible } from "@/domain/audience";
import { jointStreams } from "@/domain/envelope";
import type { Heads, HeadsMessage } from "@/domain/protocol/down";
import { foldVersion } from "@/domain/protocol/version";
import type { AudienceView } from "@/domain/slices";
import { type Country, partnerOf } from "@/domain/vocabulary";
import type { CountryView } from "../feed/country-view";
import { jointKey, onlyStreams } from "../vectors";
import { headsOf } from "./opening";

/** Sent in place of the digest while the fold is audited, so that no screen says "same". */
const noDigest = "f".repeat(64);

export type HeadsSources = {
  views: ReadonlyMap<Country, CountryView>;
  heads: () => Heads;
  isAuditing: (country: Country) => boolean;
  /** When this process started, ISO 8601 UTC: with no link to the partner, it counts as down since then. */
  startedAt: string;
  now: () => string;
  /** What the link to the partner's node says; absent where this process serves both countries, or none is set up. */
  partner?: () => HeadsMessage["partner"];
};

function partnerOfView(view: CountryView, sources: HeadsSources): HeadsMessage["partner"] {
  const other = sources.views.get(partnerOf(view.country));
  if (!other) return sources.partner?.() ?? { state: "down", since: sources.startedAt, linked: false };
  const { vector } = other;
  const applied = onlyStreams(vector, jointStreams);
  const comparable = jointKey(vector) === jointKey(view.vector);
  const same = view.mark("full").digest === other.mark("full").digest && !sources.isAuditing(other.country);
  return { state: "shared", since: sources.startedAt, applied, ...(comparable ? { same } : {}) };
}

/** The heads message for one audience of one country. */
export function headsMessage(view: CountryView, audience: AudienceView, sources: HeadsSources): HeadsMessage {
  const fold = sources.isAuditing(view.country)
    ? { version: foldVersion, digest: noDigest }
    : view.mark(audience);
  return {
    at: sources.now(),
    heads: headsOf(sources.heads(), streamsVisible(view.country, audience)),
    fold,
    partner: partnerOfView(view, sources),
  };
}
