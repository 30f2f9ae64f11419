/** Those who want to hear of one thing. */
export class Listeners<Told> {
  readonly #all = new Set<(told: Told) => void>();

  get size(): number {
    return this.#all.size;
  }

  /** Adds a listener; the returned function takes it away again. */
  add(listener: (told: Told) => void): () => void {
    this.#all.add(listener);
    return () => {
      this.#all.delete(listener);
    };
  }

  tell(told: Told): void {
    for (const listener of this.#all) listener(told);
  }
}
