/** What a screen is sent first: exactly the events it lacks, or the picture. */
import type { Log } from "@/db/types";
import { type Stream, streams, type Vector } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import type { Heads, PictureMessage, WireEvent } from "@/domain/protocol/down";
import { type Showing, streamsShown } from "../feed/audience-view";
import type { CountryView } from "../feed/country-view";
import type { Feed } from "../feed/feed";
import { onlyStreams } from "../vectors";

/** Beyond this many missing events a snapshot is cheaper (rule R2). */
const mostResumed = 5_000;

export type Opening = { picture: PictureMessage; events: WireEvent[] };

type Missing = { kind: "events"; events: FullEvent[] } | { kind: "too-many" } | { kind: "ahead" };

export class Openings {
  constructor(
    private readonly feed: Feed,
    private readonly log: Log,
  ) {}

  /**
   * Hands the opening to `send` in the same turn of the event loop in which it was made, so that what the feed
   * brings next continues it without gap or duplicate.
   */
  async open(
    view: CountryView,
    showing: Showing,
    held: Vector | undefined,
    send: (opening: Opening) => void,
  ): Promise<void> {
    if (held === undefined || showing === "admin") return send(this.snapshot(view, showing));
    const shown = streamsShown(view.country, showing);
    const vector = onlyStreams(held, shown);
    // Another process may have shown this client more than we have read.
    if (isAhead(vector, view)) await this.feed.catchUp();
    let fromLog: FullEvent[] = [];
    for (;;) {
      const missing = this.#missing(view, vector, fromLog);
      if (missing === "read-log") {
        fromLog = await this.log.readAfter(vector, shown, mostResumed + 1);
        continue;
      }
      if (missing.kind === "ahead") return send(this.snapshot(view, showing, true));
      if (missing.kind === "too-many") return send(this.snapshot(view, showing));
      const events = view.retell(missing.events, showing);
      return send({ picture: { mode: "resume", vector }, events });
    }
  }

  snapshot(view: CountryView, showing: Showing, reset = false): Opening {
    const shown = streamsShown(view.country, showing);
    const heads = headsOf(this.feed.heads, shown);
    const picture = view.snapshot(showing);
    const vector = onlyStreams(view.vector, shown);
    return {
      picture: { mode: "snapshot", vector, heads, picture, ...(reset ? { reset: true as const } : {}) },
      events: [],
    };
  }

  /** Joins what was read from the log with what is in memory; asks for the log when there is a hole between. */
  #missing(view: CountryView, vector: Vector, fromLog: readonly FullEvent[]): Missing | "read-log" {
    if (isAhead(vector, view)) return { kind: "ahead" };
    if (lag(vector, view) > mostResumed) return { kind: "too-many" };
    const past = fromLog.filter(({ stream, seq }) => seq <= view.seq(stream));
    const reached = { ...vector };
    for (const { stream, seq } of past) reached[stream] = seq;
    const recent = this.feed.recent.after(reached, streamsOf(vector));
    return recent ? { kind: "events", events: [...past, ...recent] } : "read-log";
  }
}

/** A vector made by `onlyStreams` names every stream the screen is shown. */
const streamsOf = (vector: Vector): Stream[] => streams.filter((stream) => vector[stream] !== undefined);

const isAhead = (vector: Vector, view: CountryView): boolean =>
  streamsOf(vector).some((stream) => (vector[stream] ?? 0) > view.seq(stream));

const lag = (vector: Vector, view: CountryView): number =>
  streamsOf(vector).reduce((sum, stream) => sum + view.seq(stream) - (vector[stream] ?? 0), 0);

/** The heads of some streams; one that is still empty is left out. */
export function headsOf(heads: Heads, streams: readonly Stream[]): Heads {
  const picked: Heads = {};
  for (const stream of streams) {
    const head = heads[stream];
    if (head) picked[stream] = head;
  }
  return picked;
}
