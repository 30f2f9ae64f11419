/** Listener sets: who is notified of one thing, or of one thing among many that have a key. */

export type Listener<Value = void> = (value: Value) => void;

export class Listeners<Value = void> {
  readonly #all = new Set<Listener<Value>>();
  #stop: (() => void) | undefined;

  /** `start` runs before the first listener is added; the function it returns runs after the last is removed. */
  constructor(private readonly start?: () => (() => void) | undefined) {}

  get size(): number {
    return this.#all.size;
  }

  /** Adds a listener; the same function counts once. Returns an unsubscribe function. */
  add(listener: Listener<Value>): () => void {
    if (this.#all.size === 0) this.#stop = this.start?.();
    this.#all.add(listener);
    return () => this.#remove(listener);
  }

  #remove(listener: Listener<Value>): void {
    if (!this.#all.delete(listener) || this.#all.size > 0) return;
    this.#stop?.();
    this.#stop = undefined;
  }

  /** Calls each listener; one added meanwhile is not called, nor one removed meanwhile. */
  notify(value: Value): void {
    for (const listener of [...this.#all]) if (this.#all.has(listener)) listener(value);
  }
}

export class KeyedListeners {
  readonly #byKey = new Map<string, Listeners>();

  /** Adds a listener for one key. Returns an unsubscribe function. */
  add(key: string, listener: Listener): () => void {
    const listeners = this.#byKey.get(key) ?? new Listeners();
    this.#byKey.set(key, listeners);
    const remove = listeners.add(listener);
    return () => {
      remove();
      if (listeners.size === 0 && this.#byKey.get(key) === listeners) this.#byKey.delete(key);
    };
  }

  notify(key: string): void {
    this.#byKey.get(key)?.notify();
  }

  /** Calls the listeners of every key. */
  notifyAll(): void {
    for (const listeners of [...this.#byKey.values()]) listeners.notify();
  }
}
