/**
 * Batches what is broadcast: events are sent at once when idle, and at most every 16 ms when busy, as one message per
 * room. One write per client and tick bounds the cost of the broadcast.
 */
import type { WireEvent } from "@/domain/protocol/down";

export const tickMs = 16;

export class Outbox {
  #pending = new Map<string, WireEvent[]>();
  #timer: NodeJS.Timeout | undefined;
  #flushedAtMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly send: (room: string, events: WireEvent[]) => void,
    private readonly nowMs: () => number,
  ) {}

  add(room: string, events: readonly WireEvent[]): void {
    if (events.length === 0) return;
    const pending = this.#pending.get(room);
    if (pending) pending.push(...events);
    else this.#pending.set(room, [...events]);
  }

  /** Sends now when the last send is at least a tick ago, else as soon as it is. */
  schedule(): void {
    if (this.#timer || this.#pending.size === 0) return;
    const wait = this.#flushedAtMs + tickMs - this.nowMs();
    if (wait <= 0) this.flush();
    else this.#timer = setTimeout(() => this.flush(), wait);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#pending.size === 0) return;
    const pending = this.#pending;
    this.#pending = new Map();
    this.#flushedAtMs = this.nowMs();
    for (const [room, events] of pending) this.send(room, events);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#pending.clear();
  }
}
