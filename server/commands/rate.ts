/** A token bucket per session: so many commands a second, and as many at once. */

/** More sessions than any node has; the longest unused bucket is full again anyway. */
const bucketsKept = 20_000;

export class RateLimiter {
  readonly #buckets = new Map<string, { left: number; at: number }>();

  /** `nowMs` must never run backwards. */
  constructor(
    private readonly perSecond: number,
    private readonly nowMs: () => number,
  ) {}

  /** Whether one more is allowed now; if so, it is counted. */
  take(key: string): boolean {
    const now = this.nowMs();
    const bucket = this.#buckets.get(key) ?? { left: this.perSecond, at: now };
    const left = Math.min(this.perSecond, bucket.left + ((now - bucket.at) / 1000) * this.perSecond);
    const allowed = left >= 1;
    // The latest stand at the end, so that the longest unused is the first to be forgotten.
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
