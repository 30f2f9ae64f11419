/** A token bucket per key: a number of messages per second, and the same number at once. */

/** More keys than any node has; the least recently used bucket, which is dropped, is full again anyway. */
const bucketsKept = 20_000;

export class RateLimiter {
  readonly #buckets = new Map<string, { left: number; at: number }>();

  /** `nowMs` is monotonic. */
  constructor(
    private readonly perSecond: number,
    private readonly nowMs: () => number,
  ) {}

  /** Takes a token; false when there is none. */
  take(key: string): boolean {
    const now = this.nowMs();
    const bucket = this.#buckets.get(key) ?? { left: this.perSecond, at: now };
    const left = Math.min(this.perSecond, bucket.left + ((now - bucket.at) / 1000) * this.perSecond);
    const allowed = left >= 1;
    // Reinserted at the end, so that the least recently used comes first.
    this.#buckets.delete(key);
    this.#buckets.set(key, { left: allowed ? left - 1 : left, at: now });
    this.#forgetOldest();
    return allowed;
  }

  #forgetOldest(): void {
    if (this.#buckets.size <= bucketsKept) return;
    const oldest = this.#buckets.keys().next();
    if (!oldest.done) this.#buckets.delete(oldest.value);
  }
}
