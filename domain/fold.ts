/** A fold in progress: picture, vector and digest, kept up to date per event. */
import { RunningDigest } from "./digest";
import type { Stream, Vector } from "./envelope";
import {
  applyChange,
  type Change,
  type Evolve,
  emptyPicture,
  evolve,
  type Picture,
  reverse,
} from "./picture";
import type { WireEvent } from "./protocol/down";
import type { FoldMark } from "./protocol/up";
import { foldVersion } from "./protocol/version";

/** Thrown when an event does not continue its stream: the caller has a gap and must resume. */
export class GapError extends Error {
  constructor(
    readonly stream: Stream,
    readonly expected: number,
    readonly got: number,
  ) {
    super(`gap in ${stream}: expected ${expected}, got ${got}`);
  }
}

export type Step = { event: WireEvent; change: Change };

/**
 * The fold both sides run. `apply` costs the same whatever the size of the picture.
 * `evolveWith` exists so that a test can sabotage one fold and see the others notice.
 */
export class Fold {
  #vector: Vector;
  readonly #digest: RunningDigest;

  constructor(
    readonly picture: Picture = emptyPicture(),
    vector: Vector = {},
    private readonly evolveWith: Evolve = evolve,
  ) {
    this.#vector = { ...vector };
    this.#digest = new RunningDigest(picture);
  }

  get vector(): Vector {
    return { ...this.#vector };
  }

  get mark(): FoldMark {
    return { version: foldVersion, digest: this.#digest.hex };
  }

  seq(stream: Stream): number {
    return this.#vector[stream] ?? 0;
  }

  /** Applies the next event of its stream. Throws GapError when it is not the next; an old one gives null. */
  apply(event: WireEvent): Step | null {
    const have = this.seq(event.stream);
    if (event.seq <= have) return null;
    if (event.seq !== have + 1) throw new GapError(event.stream, have + 1, event.seq);
    const change = this.evolveWith(this.picture, event);
    applyChange(this.picture, change);
    this.#digest.note(change);
    this.#vector[event.stream] = event.seq;
    return { event, change };
  }

  /** Takes back the last applied step; steps are undone in reverse order. */
  undo(step: Step): void {
    const { change, event } = step;
    const back = reverse(change);
    applyChange(this.picture, back);
    this.#digest.note(back);
    this.#vector[event.stream] = event.seq - 1;
  }
}
