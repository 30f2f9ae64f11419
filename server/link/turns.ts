/** Work that is done again and again: once at a time, and none is left running at the end. */

export class Turns {
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #running = new Set<Promise<void>>();

  constructor(private readonly onError: (error: unknown) => void) {}

  /** Does something now and at every interval; a fault is reported and the next turn tries again. */
  every(ms: number, work: () => Promise<void> | void): void {
    let isRunning = false;
    const turn = async () => {
      if (isRunning) return;
      isRunning = true;
      try {
        await work();
      } catch (error) {
        this.onError(error);
      } finally {
        isRunning = false;
      }
    };
    const start = () => {
      const running = turn().finally(() => this.#running.delete(running));
      this.#running.add(running);
    };
    this.#timers.push(setInterval(start, ms));
    start();
  }

  /** Resolves when the last turn has ended. */
  async stop(): Promise<void> {
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
    await Promise.all(this.#running);
  }
}
