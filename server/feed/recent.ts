/** Recent events in memory, so that most resumes need no query. */
import type { Stream, Vector } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";

export class RecentEvents {
  #events: FullEvent[] = [];
  /** The vector before the oldest event held. */
  #base: Vector = {};

  constructor(private readonly capacity: number) {}

  /** Empties the buffer; the next event follows this vector. */
  startAt(vector: Vector): void {
    this.#events = [];
    this.#base = { ...vector };
  }

  add(event: FullEvent): void {
    this.#events.push(event);
    // Half is dropped at once, so that the cost per event is constant.
    if (this.#events.length < this.capacity * 2) return;
    for (const { stream, seq } of this.#events.splice(0, this.capacity)) this.#base[stream] = seq;
  }

  /** Events past the vector in the order they arrived, or null when some of them are no longer held. */
  after(vector: Vector, streams: readonly Stream[]): FullEvent[] | null {
    const covered = streams.every((stream) => (vector[stream] ?? 0) >= (this.#base[stream] ?? 0));
    if (!covered) return null;
    return this.#events.filter(({ stream, seq }) => streams.includes(stream) && seq > (vector[stream] ?? 0));
  }
}
