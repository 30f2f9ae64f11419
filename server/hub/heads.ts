/** The server's heads: what it holds, what it makes of it, and how the partner's node stands to it. */
import { jointStreams } from "@/domain/envelope";
import type { Heads, HeadsMessage } from "@/domain/protocol/down";
import { foldVersion } from "@/domain/protocol/version";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { type Showing, streamsShown } from "../feed/audience-view";
import type { CountryView } from "../feed/country-view";
import { jointKey, onlyStreams } from "../vectors";
import { headsOf } from "./opening";

/** While the server doubts its own fold, no screen finds its digest here and none says "same". */
const doubtful = "f".repeat(64);

export type HeadsSources = {
  views: ReadonlyMap<Country, CountryView>;
  heads: () => Heads;
  doubts: (country: Country) => boolean;
  /** When this process began: until a link reports otherwise, the partner is unheard of since then. */
  startedAt: string;
  now: () => string;
};

function partnerOfView(view: CountryView, sources: HeadsSources): HeadsMessage["partner"] {
  const other = sources.views.get(partnerOf(view.country));
  if (!other) return { state: "down", since: sources.startedAt };
  const { vector } = other;
  const applied = onlyStreams(vector, jointStreams);
  const comparable = jointKey(vector) === jointKey(view.vector);
  const same = view.mark("full").digest === other.mark("full").digest && !sources.doubts(other.country);
  return { state: "shared", since: sources.startedAt, applied, ...(comparable ? { same } : {}) };
}

/** The heads one audience of one country is told. */
export function headsMessage(view: CountryView, showing: Showing, sources: HeadsSources): HeadsMessage {
  const fold = sources.doubts(view.country) ? { version: foldVersion, digest: doubtful } : view.mark(showing);
  return {
    at: sources.now(),
    heads: headsOf(sources.heads(), streamsShown(view.country, showing)),
    fold,
    partner: partnerOfView(view, sources),
  };
}
