/** The opening, what a screen is sent first: exactly the events it lacks, or the picture. */
import type { Log } from "@/db/types";
import { streamsVisible } from "@/domain/audience";
import { type Stream, streams, type Vector } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import type { Heads, PictureMessage, WireEvent } from "@/domain/protocol/down";
import type { AudienceView } from "@/domain/slices";
import type { CountryView } from "../feed/country-view";
import type { Feed } from "../feed/feed";
import { onlyStreams } from "../vectors";

/** With more missing events than this a snapshot is cheaper (rule R2). */
const maxResumedEvents = 5_000;

export type Opening = { picture: PictureMessage; events: WireEvent[] };

type Missing = { kind: "events"; events: FullEvent[] } | { kind: "too-many" } | { kind: "ahead" };

export class Openings {
  constructor(
    private readonly feed: Feed,
    private readonly log: Log,
  ) {}

  /**
   * Calls `send` with the opening in the same turn of the event loop in which it was made, so that the feed's next
   * events continue it without gap or duplicate.
   */
  async open(
    view: CountryView,
    audience: AudienceView,
    held: Vector | undefined,
    send: (opening: Opening) => void,
  ): Promise<void> {
    if (held === undefined || audience === "admin") return send(this.snapshot(view, audience));
    const shown = streamsVisible(view.country, audience);
    const vector = onlyStreams(held, shown);
    // The client may hold events from another process that this one has not read yet.
    if (isAhead(vector, view)) await this.feed.catchUp();
    let fromLog: FullEvent[] = [];
    for (;;) {
      const missing = this.#missing(view, vector, fromLog);
      if (missing === "read-log") {
        fromLog = await this.log.readAfter(vector, shown, maxResumedEvents + 1);
        continue;
      }
      if (missing.kind === "ahead") return send(this.snapshot(view, audience, true));
      if (missing.kind === "too-many") return send(this.snapshot(view, audience));
      const events = view.forAudience(missing.events, audience);
      return send({ picture: { mode: "resume", vector }, events });
    }
  }

  snapshot(view: CountryView, audience: AudienceView, reset = false): Opening {
    const shown = streamsVisible(view.country, audience);
    const heads = headsOf(this.feed.heads, shown);
    const picture = view.snapshot(audience);
    const vector = onlyStreams(view.vector, shown);
    return {
      picture: { mode: "snapshot", vector, heads, picture, ...(reset ? { reset: true as const } : {}) },
      events: [],
    };
  }

  /** Joins events read from the log with those in memory; `read-log` when there is a gap between them. */
  #missing(view: CountryView, vector: Vector, fromLog: readonly FullEvent[]): Missing | "read-log" {
    if (isAhead(vector, view)) return { kind: "ahead" };
    if (lag(vector, view) > maxResumedEvents) return { kind: "too-many" };
    const past = fromLog.filter(({ stream, seq }) => seq <= view.seq(stream));
    const reached = { ...vector };
    for (const { stream, seq } of past) reached[stream] = seq;
    const recent = this.feed.recent.after(reached, streamsOf(vector));
    return recent ? { kind: "events", events: [...past, ...recent] } : "read-log";
  }
}

/** A vector made by `onlyStreams` names every stream that the screen may see. */
const streamsOf = (vector: Vector): Stream[] => streams.filter((stream) => vector[stream] !== undefined);

const isAhead = (vector: Vector, view: CountryView): boolean =>
  streamsOf(vector).some((stream) => (vector[stream] ?? 0) > view.seq(stream));

const lag = (vector: Vector, view: CountryView): number =>
  streamsOf(vector).reduce((sum, stream) => sum + view.seq(stream) - (vector[stream] ?? 0), 0);

/** The heads of some streams; an empty stream has none. */
export function headsOf(heads: Heads, streams: readonly Stream[]): Heads {
  const picked: Heads = {};
  for (const stream of streams) {
    const head = heads[stream];
    if (head) picked[stream] = head;
  }
  return picked;
}
