/** This screen's copy of the picture, and how far it follows each stream of the log. */
import { fromWire } from "@/domain/derive";
import { countryOf, type Stream, streamOf, streams, type Vector } from "@/domain/envelope";
import { Fold, GapError } from "@/domain/fold";
import type { Change, Picture } from "@/domain/picture";
import type { Heads, WireEvent, WirePicture } from "@/domain/protocol/down";
import type { FoldMark } from "@/domain/protocol/up";
import { partnerOf } from "@/domain/vocabulary";

export type MakeFold = (picture?: Picture, vector?: Vector) => Fold;

export class Replica {
  #fold: Fold;
  #hashes: Partial<Record<Stream, string>> = {};
  #hasPicture = false;

  constructor(private readonly makeFold: MakeFold = (picture, vector) => new Fold(picture, vector)) {
    this.#fold = makeFold();
  }

  get picture(): Picture {
    return this.#fold.picture;
  }

  /** False until the first snapshot. */
  get hasPicture(): boolean {
    return this.#hasPicture;
  }

  get vector(): Vector {
    return this.#fold.vector;
  }

  get mark(): FoldMark {
    return this.#fold.mark;
  }

  seq(stream: Stream): number {
    return this.#fold.seq(stream);
  }

  /** Replaces the whole picture by a snapshot. */
  replace(snapshot: WirePicture, vector: Vector, heads: Heads): void {
    this.#fold = this.makeFold(fromWire(snapshot), vector);
    this.#hashes = Object.fromEntries(Object.entries(heads).map(([stream, head]) => [stream, head.hash]));
    this.#hasPicture = true;
  }

  /** Applies one event; undefined when it was applied before. Throws GapError when an earlier one is missing. */
  apply(event: WireEvent): Change | undefined {
    this.#checkCauses(event);
    const step = this.#fold.apply(event);
    if (step) this.#hashes[event.stream] = event.hash;
    return step?.change;
  }

  /** An event that follows a partner's event which is not here came too early: that one was lost on the way. */
  #checkCauses(event: WireEvent): void {
    const partner = streamOf(partnerOf(countryOf(event.stream)), "joint");
    if (event.seq > this.seq(event.stream) && event.seen > this.seq(partner)) {
      throw new GapError(partner, this.seq(partner) + 1, event.seen);
    }
  }

  /** Whether a head belongs to another history than the one applied here, as after a restored backup. */
  contradicts(heads: Heads): boolean {
    return streams.some((stream) => {
      const head = heads[stream];
      const mine = this.#hashes[stream];
      return head !== undefined && mine !== undefined && head.seq === this.seq(stream) && head.hash !== mine;
    });
  }

  /** The number of events up to the heads that are not applied here. */
  lacking(heads: Heads): number {
    let lacking = 0;
    for (const stream of streams) lacking += Math.max(0, (heads[stream]?.seq ?? 0) - this.seq(stream));
    return lacking;
  }
}
