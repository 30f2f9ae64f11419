/** Keeps a log bounded: of the same line over and over, the first are written, then one now and then with a count. */

/** How often the same line is written before it is counted instead. */
const burst = { fault: 1, note: 20 } as const;
export type LineKind = keyof typeof burst;

/** Counted lines are written after these times, the last again and again, milliseconds. */
const pausesMs = [10_000, 60_000, 600_000] as const;
/** The lines that are told apart at once; further ones share one count. */
const maxKeys = 200;

type Series = { written: number; held: number; pauses: number; write: (repeated: number) => void };

export type Timer = (run: () => void, ms: number) => void;

const realTimer: Timer = (run, ms) => void setTimeout(run, ms).unref();

export class Repeats {
  readonly #series = new Map<string, Series>();

  constructor(private readonly after: Timer = realTimer) {}

  /**
   * Writes a line, or counts it: `write` is called at once with 0, or later with how many were held back since.
   * After a pause without any the line is new again.
   */
  note(kind: LineKind, line: string, write: (repeated: number) => void): void {
    const key = this.#series.has(line) || this.#series.size < maxKeys ? line : `${kind} and further lines`;
    const known = this.#series.get(key);
    if (!known) {
      this.#series.set(key, { written: 1, held: 0, pauses: 0, write });
      this.#wait(key);
      write(0);
      return;
    }
    known.write = write;
    if (known.written < burst[kind]) {
      known.written += 1;
      write(0);
    } else {
      known.held += 1;
    }
  }

  #wait(key: string): void {
    const series = this.#series.get(key);
    if (!series) return;
    const pause = pausesMs[Math.min(series.pauses, pausesMs.length - 1)] ?? pausesMs[0];
    series.pauses += 1;
    this.after(() => this.#endPause(key, series), pause);
  }

  #endPause(key: string, series: Series): void {
    if (series.held === 0) {
      this.#series.delete(key);
      return;
    }
    const { held } = series;
    series.held = 0;
    series.write(held);
    this.#wait(key);
  }
}
