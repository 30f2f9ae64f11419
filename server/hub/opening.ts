/** What a screen is sent first: exactly the events it lacks, or the picture. */
import type { Log } from "@/db/types";
import type { Stream, Vector } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import type { Heads, PictureMessage, WireEvent } from "@/domain/protocol/down";
import type { Audience } from "@/domain/sharing";
import type { CountryView } from "../feed/country-view";
import type { Feed } from "../feed/feed";
import { onlyStreams } from "../vectors";

/** Beyond this many missing events a snapshot is cheaper (design §7). */
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
    audience: Audience,
    held: Vector | undefined,
    send: (opening: Opening) => void,
  ): Promise<void> {
    if (held === undefined || audience === "admin") return send(this.snapshot(view, audience));
    const vector = onlyStreams(held, view.streams);
    // Another process may have shown this client more than we have read.
    if (isAhead(vector, view)) await this.feed.catchUp();
    let fromLog: FullEvent[] = [];
    for (;;) {
      const missing = this.#missing(view, vector, fromLog);
      if (missing === "read-log") {
        fromLog = await this.log.readAfter(vector, view.streams, mostResumed + 1);
        continue;
      }
      if (missing.kind === "ahead") return send(this.snapshot(view, audience, true));
      if (missing.kind === "too-many") return send(this.snapshot(view, audience));
      const events = view.retell(missing.events, audience);
      return send({ picture: { mode: "resume", vector }, events });
    }
  }

  snapshot(view: CountryView, audience: Audience, reset = false): Opening {
    const heads = headsOf(this.feed.heads, view.streams);
    const picture = view.snapshot(audience);
    const vector = view.vector;
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
    const joint = { ...vector };
    for (const { stream, seq } of past) joint[stream] = seq;
    const recent = this.feed.recent.after(joint, view.streams);
    return recent ? { kind: "events", events: [...past, ...recent] } : "read-log";
  }
}

const isAhead = (vector: Vector, view: CountryView): boolean =>
  view.streams.some((stream) => (vector[stream] ?? 0) > view.seq(stream));

const lag = (vector: Vector, view: CountryView): number =>
  view.streams.reduce((sum, stream) => sum + view.seq(stream) - (vector[stream] ?? 0), 0);

/** The heads of some streams; one that is still empty is left out. */
export function headsOf(heads: Heads, streams: readonly Stream[]): Heads {
  const picked: Heads = {};
  for (const stream of streams) {
    const head = heads[stream];
    if (head) picked[stream] = head;
  }
  return picked;
}
