/** One country's live picture in this process: the fold, both audiences' digests, and what each audience is sent. */

import {
  adminPicture,
  isWithheld,
  redactEvent,
  redactedDigestOf,
  redactPicture,
  withhold,
} from "@/domain/audience";
import { toWire } from "@/domain/derive";
import { digestAfter, digestHex, digestOfPicture } from "@/domain/digest";
import { type Stream, scopeOf, streamsSeenBy, type Vector } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { collectionOf } from "@/domain/events";
import { Fold, type Step } from "@/domain/fold";
import type { Change, Evolve, Picture } from "@/domain/picture";
import type { WireEvent, WirePicture } from "@/domain/protocol/down";
import type { FoldMark } from "@/domain/protocol/up";
import type { Country } from "@/domain/vocabulary";
import { onlyStreams } from "../vectors";
import { digestShown, jointEvent, jointPicture, type Showing } from "./audience-view";
import { LiveTasks } from "./live-tasks";
import { MarkHistory } from "./mark-history";

/** Where a start begins: what the projection holds. */
export type ViewSeed = {
  picture: Picture;
  vector: Vector;
  recalls: readonly { stream: Stream; subject: string; seq: number }[];
};

/** What one batch of events means to each audience, computed once. */
export type Delivery = {
  full: WireEvent[];
  redacted: WireEvent[];
  joint: WireEvent[];
  changes: Change[];
};

export class CountryView {
  readonly streams: readonly Stream[];
  /** The digests at recent vectors, to judge screens and processes that are a little behind or ahead. */
  readonly marks = new MarkHistory();
  /** Who is sent where, for positions and for what officers are shown whole. */
  readonly liveTasks: LiveTasks;
  #fold: Fold;
  #redactedDigest: bigint;
  #snapshots = new Map<Showing, WirePicture>();
  /** Where each subject was last recalled, per stream. */
  readonly #recalls = new Map<string, number>();

  constructor(
    readonly country: Country,
    evolveWith: Evolve,
    seed?: ViewSeed,
  ) {
    this.streams = streamsSeenBy(country);
    this.#fold = new Fold(
      seed?.picture,
      onlyStreams(seed?.vector ?? {}, this.streams),
      undefined,
      evolveWith,
    );
    this.#redactedDigest = digestOfPicture(this.#fold.picture, redactedDigestOf);
    this.liveTasks = new LiveTasks(this.#fold.picture);
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

  /** Administrators hold no incident; what they compare is the desks' digest. */
  mark(showing: Showing): FoldMark {
    const { version, digest } = this.#fold.mark;
    return {
      version,
      digest: digestShown(showing) === "redacted" ? digestHex(this.#redactedDigest) : digest,
    };
  }

  /** Folds verified events; those of other streams are passed over. */
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
    this.#redactedDigest = digestAfter(this.#redactedDigest, change, redactedDigestOf);
    this.liveTasks.apply(change);
    if (event.type === "release.recalled") this.#recalls.set(recallKey(event), event.seq);
    delivery.full.push(event);
    delivery.redacted.push(redactEvent(event, change.collection, change.after));
    if (scopeOf(event.stream) === "joint")
      delivery.joint.push(jointEvent(event, change.collection, change.after));
    delivery.changes.push(change);
  }

  /** The picture as an audience may see it; made once per state of the picture. */
  snapshot(showing: Showing): WirePicture {
    const known = this.#snapshots.get(showing);
    if (known) return known;
    const made = toWire(shownOf[showing](this.picture));
    this.#snapshots.set(showing, made);
    return made;
  }

  /**
   * Past events for an audience, as they may be seen now: a redacted one carries the entity's present state, and
   * what the partner has recalled meanwhile comes without its body.
   */
  retell(events: readonly FullEvent[], showing: Exclude<Showing, "admin">): WireEvent[] {
    return events.map((event) => {
      if (showing === "full") return this.asReadable(event);
      const collection = collectionOf(event.type);
      const after = this.picture[collection].get(event.subject);
      return showing === "joint"
        ? jointEvent(event, collection, after)
        : redactEvent(event, collection, after);
    });
  }

  /** The event in full, without its body where the partner's recall forbids it. */
  asReadable(event: FullEvent): FullEvent {
    const recalledAt = this.#recalls.get(recallKey(event));
    return isWithheld(event, recalledAt, this.country) ? withhold(event) : event;
  }

  /** Takes over a fold that an audit made from the log. */
  replace(fold: Fold): void {
    this.#fold = fold;
    this.#redactedDigest = digestOfPicture(fold.picture, redactedDigestOf);
    this.liveTasks.replace(fold.picture);
    this.#snapshots.clear();
    this.marks.clear();
    this.#remember();
  }

  #remember(): void {
    const { digest } = this.#fold.mark;
    this.marks.add(this.vector, { full: digest, redacted: digestHex(this.#redactedDigest) });
  }
}

const shownOf: Record<Showing, (picture: Picture) => Picture> = {
  full: (picture) => picture,
  redacted: redactPicture,
  admin: adminPicture,
  joint: jointPicture,
};

const recallKey = ({ stream, subject }: Pick<FullEvent, "stream" | "subject">): string =>
  `${stream} ${subject}`;
