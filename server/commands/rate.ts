/** A token bucket per session: so many commands a second, and as many at once. */
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
    this.#buckets.set(key, { left: allowed ? left - 1 : left, at: now });
    return allowed;
  }

  forget(key: string): void {
    this.#buckets.delete(key);
  }
}
