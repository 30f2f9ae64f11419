/** Tells when the next of many moments has passed: one timer for the nearest, whatever their number. */
import { SortedIds } from "./sorted";

export type Timing = {
  /** Milliseconds since 1970, as the server has it. */
  now: () => number;
  /** Runs `work` after `ms` milliseconds. Returns a cancel function. */
  later: (work: () => void, ms: number) => () => void;
};

/** A longer wait is cut into pieces: a machine that slept, or whose time was set, is right within this. Milliseconds. */
const longestMs = 60_000;

export class DueTimer {
  readonly #due = new SortedIds<number>((a, b) => a - b);
  #onDue: ((ids: readonly string[]) => void) | undefined;
  #armedFor = Number.POSITIVE_INFINITY;
  #cancel: (() => void) | undefined;

  constructor(private readonly timing: Timing) {}

  /** Sets the moment of an id, milliseconds since 1970; infinity or a moment that has passed forgets it. */
  set(id: string, atMs: number): void {
    if (Number.isFinite(atMs) && atMs > this.timing.now()) this.#due.set(id, atMs);
    else this.#due.delete(id);
    this.#arm();
  }

  clear(): void {
    this.#due.clear();
    this.#arm();
  }

  /** `onDue` is called with the ids whose moments have passed, once for each. Returns a function that stops it. */
  start(onDue: (ids: readonly string[]) => void): () => void {
    this.#onDue = onDue;
    this.#arm();
    return () => {
      this.#onDue = undefined;
      this.#disarm();
    };
  }

  #arm(): void {
    const nextMs = this.#due.first?.key ?? Number.POSITIVE_INFINITY;
    if (!this.#onDue || nextMs === this.#armedFor) return;
    this.#disarm();
    if (!Number.isFinite(nextMs)) return;
    this.#armedFor = nextMs;
    const waitMs = Math.min(longestMs, Math.max(0, nextMs - this.timing.now()));
    this.#cancel = this.timing.later(() => this.#wake(), waitMs);
  }

  #disarm(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#armedFor = Number.POSITIVE_INFINITY;
  }

  #wake(): void {
    const now = this.timing.now();
    const passed: string[] = [];
    for (let next = this.#due.first; next && next.key <= now; next = this.#due.first) {
      passed.push(next.id);
      this.#due.delete(next.id);
    }
    this.#disarm();
    this.#arm();
    if (passed.length > 0) this.#onDue?.(passed);
  }
}
