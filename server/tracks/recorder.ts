/** Records a thinned track of each unit; points are selected as positions arrive and written in batches later. */
import type { Logger } from "pino";
import type { TrackRow, Tracks } from "@/db/types";
import { isWorthKeeping, roundPoint, type TrackPoint } from "@/domain/unit/track";
import type { Country } from "@/domain/vocabulary";
import type { Position } from "../hub/positions";

/** Bounds the queue while nothing can be written; the oldest points are dropped. */
const maxQueued = 20_000;

export class TrackRecorder {
  readonly #last = new Map<string, TrackPoint>();
  #waiting: TrackRow[] = [];
  #writing: Promise<void> | null = null;

  constructor(
    private readonly tracks: Pick<Tracks, "write">,
    private readonly logger: Pick<Logger, "warn">,
  ) {}

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Takes an accepted position; most are thinned out. */
  note(country: Country, [unitId, lng, lat, atMs]: Position): void {
    const point: TrackPoint = [lng, lat, atMs];
    if (!isWorthKeeping(this.#last.get(unitId), point)) return;
    this.#last.set(unitId, point);
    this.#waiting.push({ country, unitId, point: roundPoint(point) });
    this.#trim();
  }

  /** Writes the queue; resolves when all that was queued at the call is written or requeued. Never rejects. */
  async write(): Promise<void> {
    await this.#writing;
    if (this.#waiting.length === 0) return;
    this.#writing = this.#writeNow().finally(() => {
      this.#writing = null;
    });
    await this.#writing;
  }

  async #writeNow(): Promise<void> {
    const taken = this.#waiting;
    this.#waiting = [];
    try {
      await this.tracks.write(taken);
    } catch (error) {
      this.logger.warn(
        { err: error, points: taken.length },
        "tracks could not be written; they are kept for the next attempt",
      );
      this.#waiting = [...taken, ...this.#waiting];
      this.#trim();
    }
  }

  #trim(): void {
    if (this.#waiting.length > maxQueued) this.#waiting = this.#waiting.slice(-maxQueued / 2);
  }
}
