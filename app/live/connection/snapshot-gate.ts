/** Holds messages back while a snapshot is being hashed, so that they are applied after it and in their order. */
export class SnapshotGate {
  #waiting: (() => void)[] | undefined;
  #generation = 0;

  /** Runs now, or after the snapshot that is being hashed. */
  run(act: () => void): void {
    if (this.#waiting) this.#waiting.push(act);
    else act();
  }

  /** Drops the snapshot being hashed and all that waits for it. */
  drop(): void {
    this.#generation += 1;
    this.#waiting = undefined;
  }

  /** Holds until `hashed` resolves, then runs `open` and what waited; nothing of it when dropped before. */
  async hold(hashed: Promise<void>, open: () => void): Promise<void> {
    this.drop();
    const generation = this.#generation;
    const waiting: (() => void)[] = [];
    this.#waiting = waiting;
    await hashed;
    if (generation !== this.#generation) return;
    this.#waiting = undefined;
    open();
    for (const act of waiting) if (generation === this.#generation) act();
  }
}
