/**
 * The adaptive tick: when quiet, events go out at once; when busy, they gather for up to 16 ms and leave as one
 * write per client. One write per client per tick is what bounds the broadcast.
 */
import type { WireEvent } from "@/domain/protocol/down";

export const tickMs = 16;

export class Outbox {
  #gathered = new Map<string, WireEvent[]>();
  #timer: NodeJS.Timeout | undefined;
  #flushedAtMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly send: (room: string, events: WireEvent[]) => void,
    private readonly nowMs: () => number,
  ) {}

  add(room: string, events: readonly WireEvent[]): void {
    if (events.length === 0) return;
    const gathered = this.#gathered.get(room);
    if (gathered) gathered.push(...events);
    else this.#gathered.set(room, [...events]);
  }

  /** Sends now when the last sending is a tick ago, else when it will be. */
  schedule(): void {
    if (this.#timer || this.#gathered.size === 0) return;
    const wait = this.#flushedAtMs + tickMs - this.nowMs();
    if (wait <= 0) this.flush();
    else this.#timer = setTimeout(() => this.flush(), wait);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#gathered.size === 0) return;
    const gathered = this.#gathered;
    this.#gathered = new Map();
    this.#flushedAtMs = this.nowMs();
    for (const [room, events] of gathered) this.send(room, events);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#gathered.clear();
  }
}
