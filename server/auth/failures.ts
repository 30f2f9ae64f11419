/** Limits failed sign-ins per account name, whether the account exists or not. Successful ones are never limited. */

const maxFailures = 10;
const windowMs = 60_000;
/** Bounds the memory when many invented names are tried. */
const namesKept = 10_000;

export class SignInFailures {
  readonly #failures = new Map<string, number[]>();

  constructor(private readonly nowMs: () => number) {}

  /** Seconds until this name may be tried again; 0 when it may now. */
  secondsToWait(name: string): number {
    const recent = this.#recent(name);
    const oldest = recent[recent.length - maxFailures];
    return oldest === undefined ? 0 : Math.max(1, Math.ceil((oldest + windowMs - this.nowMs()) / 1000));
  }

  failed(name: string): void {
    const recent = [...this.#recent(name), this.nowMs()];
    this.#failures.delete(name);
    this.#failures.set(name, recent);
    if (this.#failures.size <= namesKept) return;
    const oldest = this.#failures.keys().next();
    if (!oldest.done) this.#failures.delete(oldest.value);
  }

  succeeded(name: string): void {
    this.#failures.delete(name);
  }

  #recent(name: string): number[] {
    const since = this.nowMs() - windowMs;
    return (this.#failures.get(name) ?? []).filter((at) => at > since);
  }
}
