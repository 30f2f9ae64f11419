/** One country's live picture in this process: its fold, the full and the redacted digest, and each audience's view. */
import { digestKindOf, eventFor, isWithheld, pictureFor, withhold } from "@/domain/audience";
import { toWire } from "@/domain/derive";
import { RunningDigest } from "@/domain/digest";
import { type Stream, scopeOf, streamsSeenBy, type Vector } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { collectionOf } from "@/domain/events";
import { Fold, type Step } from "@/domain/fold";
import type { Change, Evolve, Picture } from "@/domain/picture";
import type { WireEvent, WirePicture } from "@/domain/protocol/down";
import type { FoldMark } from "@/domain/protocol/up";
import type { AudienceView } from "@/domain/slices";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { onlyStreams } from "../vectors";
import { LiveTasks } from "./live-tasks";
import { MarkHistory } from "./mark-history";
import { WatchingDrawings } from "./watching-drawings";

/** What the projection holds, to start from. */
export type ViewSeed = {
  picture: Picture;
  vector: Vector;
  recalls: readonly { stream: Stream; subject: string; seq: number }[];
};

/** One batch of events as each audience is sent it, computed once. */
export type Delivery = {
  full: WireEvent[];
  redacted: WireEvent[];
  joint: WireEvent[];
  changes: Change[];
};

export class CountryView {
  readonly streams: readonly Stream[];
  /** The digests at recent vectors, to compare with screens and processes that are slightly behind or ahead. */
  readonly marks = new MarkHistory();
  /** The units on live tasks, for positions and for the incidents an officer may see in full. */
  readonly liveTasks: LiveTasks;
  readonly watching: WatchingDrawings;
  #fold: Fold;
  #redactedDigest: RunningDigest;
  #snapshots = new Map<AudienceView, WirePicture>();
  /** The seq of each subject's last recall, per stream. */
  readonly #recalls = new Map<string, number>();

  constructor(
    readonly country: Country,
    evolveWith: Evolve,
    seed?: ViewSeed,
  ) {
    this.streams = streamsSeenBy(country);
    this.#fold = new Fold(seed?.picture, onlyStreams(seed?.vector ?? {}, this.streams), evolveWith);
    this.#redactedDigest = new RunningDigest(this.#fold.picture, "redacted");
    this.liveTasks = new LiveTasks(this.#fold.picture);
    this.watching = new WatchingDrawings(this.#fold.picture);
    for (const recall of seed?.recalls ?? []) this.#recalls.set(recallKey(recall), recall.seq);
    this.#remember();
  }

  get picture(): Picture {
    return this.#fold.picture;
  }

  get vector(): Vector {
    return this.#fold.vector;
  }

  seq(stream: Stream): number {
    return this.#fold.seq(stream);
  }

  /** The digest a view is compared by; administrators, who hold no incident, are given the full one. */
  mark(audience: AudienceView): FoldMark {
    const { version, digest } = this.#fold.mark;
    return {
      version,
      digest: digestKindOf(audience) === "redacted" ? this.#redactedDigest.hex : digest,
    };
  }

  /** Folds verified events; those of streams this country does not see are ignored. */
  apply(events: readonly FullEvent[]): Delivery {
    const delivery: Delivery = { full: [], redacted: [], joint: [], changes: [] };
    for (const event of events) {
      if (!this.streams.includes(event.stream)) continue;
      const step = this.#fold.apply(event);
      if (step) this.#deliver(event, step, delivery);
    }
    if (delivery.full.length > 0) {
      this.#snapshots.clear();
      this.#remember();
    }
    return delivery;
  }

  #deliver(event: FullEvent, { change }: Step, delivery: Delivery): void {
    this.#redactedDigest.note(change);
    this.liveTasks.apply(change);
    this.watching.apply(change);
    if (event.type === "release.recalled") this.#recalls.set(recallKey(event), event.seq);
    delivery.full.push(event);
    delivery.redacted.push(eventFor("redacted", event, change.collection, change.after));
    if (scopeOf(event.stream) === "joint")
      delivery.joint.push(eventFor("joint", event, change.collection, change.after));
    delivery.changes.push(change);
  }

  /** The picture as an audience may see it, cached until the next event. */
  snapshot(audience: AudienceView): WirePicture {
    const known = this.#snapshots.get(audience);
    if (known) return known;
    const made = toWire(pictureFor(audience, this.picture), { country: this.country, view: audience });
    this.#snapshots.set(audience, made);
    return made;
  }

  /**
   * Past events as an audience may see them now: a redacted one carries the entity's present state, and what the partner
   * has recalled since has no body.
   */
  forAudience(events: readonly FullEvent[], audience: Exclude<AudienceView, "admin">): WireEvent[] {
    return events.map((event) => {
      if (audience === "full") return this.withRecallsApplied(event);
      const collection = collectionOf(event.type);
      const after = this.picture[collection].get(event.subject);
      return eventFor(audience, event, collection, after);
    });
  }

  /** The event in full, or without its body when the partner has recalled it. */
  withRecallsApplied(event: FullEvent): FullEvent {
    const recalledAt = this.#recalls.get(recallKey(event));
    return isWithheld(event, recalledAt, this.country) ? withhold(event) : event;
  }

  /** An own event as the partner may fetch it now: without its body where it was recalled since. */
  asPartnerMayRead(event: FullEvent): FullEvent {
    const recalledAt = this.#recalls.get(recallKey(event));
    return isWithheld(event, recalledAt, partnerOf(this.country)) ? withhold(event) : event;
  }

  /** Replaces the fold by one that an audit made from the log. */
  replace(fold: Fold): void {
    this.#fold = fold;
    this.#redactedDigest = new RunningDigest(fold.picture, "redacted");
    this.liveTasks.replace(fold.picture);
    this.watching.replace(fold.picture);
    this.#snapshots.clear();
    this.marks.clear();
    this.#remember();
  }

  #remember(): void {
    const { digest } = this.#fold.mark;
    this.marks.add(this.vector, { full: digest, redacted: this.#redactedDigest.hex });
  }
}

const recallKey = ({ stream, subject }: Pick<FullEvent, "stream" | "subject">): string =>
  `${stream} ${subject}`;
