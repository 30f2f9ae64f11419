/**
 * Tails the log for this process: woken by LISTEN, with a slow poll in case a wake-up is lost. Reads one consistent
 * snapshot at a time, in causal order, verifies the chain, and delivers events that are contiguous per stream.
 */
import type { Log } from "@/db/types";
import type { Stream, Vector } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { GapError } from "@/domain/fold";
import type { Heads } from "@/domain/protocol/down";
import { verifyLink } from "./chain";
import { RecentEvents } from "./recent";

const pageSize = 5_000;

export type FeedOptions = {
  log: Log;
  streams: readonly Stream[];
  /** The channel on which each append notifies. */
  channel: string;
  pollMs: number;
  /** The heads of the projection: events up to there were verified when they were projected. */
  startAt: Heads;
  /** How many recent events are kept in memory for resumes. */
  recent: number;
  nowMs: () => number;
  /** Called with verified events, contiguous per stream; must not throw. */
  onEvents: (events: FullEvent[]) => void;
  onError: (error: unknown) => void;
};

export class Feed {
  readonly recent: RecentEvents;
  readonly #heads: Heads = {};
  #reading: Promise<void> | null = null;
  #next: Promise<void> | null = null;
  #poll: NodeJS.Timeout | undefined;
  #unlisten: (() => Promise<void>) | undefined;
  #readAtMs: number | null = null;
  #failed = false;

  constructor(private readonly options: FeedOptions) {
    this.recent = new RecentEvents(options.recent);
    Object.assign(this.#heads, options.startAt);
    this.recent.startAt(this.vector);
  }

  /** Reads the whole log, then follows it. Rejects when the first read fails. */
  async start(): Promise<void> {
    await this.#readNew();
    this.#unlisten = await this.options.log.listen(this.options.channel, () => this.wake());
    this.#poll = setInterval(() => this.wake(), this.options.pollMs);
    await this.catchUp();
  }

  async stop(): Promise<void> {
    clearInterval(this.#poll);
    await this.#unlisten?.();
    await this.#reading?.catch(() => undefined);
  }

  get heads(): Heads {
    return { ...this.#heads };
  }

  get vector(): Vector {
    const vector: Vector = {};
    for (const stream of this.options.streams) vector[stream] = this.#heads[stream]?.seq ?? 0;
    return vector;
  }

  /** Whether the live picture is known to be current: the last read succeeded and is recent. */
  get healthy(): boolean {
    const { nowMs, pollMs } = this.options;
    return !this.#failed && this.#readAtMs !== null && nowMs() - this.#readAtMs < pollMs * 4;
  }

  /** Reads soon, as there may be new events. */
  wake(): void {
    void this.catchUp();
  }

  /** Resolves when a read that began after this call has ended, successfully or not. */
  catchUp(): Promise<void> {
    if (!this.#reading) {
      this.#reading = this.#readSafely().finally(() => {
        this.#reading = null;
      });
      return this.#reading;
    }
    this.#next ??= this.#reading.then(() => {
      this.#next = null;
      return this.catchUp();
    });
    return this.#next;
  }

  async #readSafely(): Promise<void> {
    try {
      await this.#readNew();
      this.#failed = false;
    } catch (error) {
      this.#failed = true;
      this.options.onError(error);
    }
  }

  async #readNew(): Promise<void> {
    for (;;) {
      const events = await this.options.log.readAfter(this.vector, this.options.streams, pageSize);
      this.#take(events);
      if (events.length < pageSize) break;
    }
    this.#readAtMs = this.options.nowMs();
  }

  /** Delivers the valid beginning of a page even when a later event fails, so that nothing is delivered twice. */
  #take(events: readonly FullEvent[]): void {
    const valid: FullEvent[] = [];
    try {
      for (const event of events) {
        const head = this.#heads[event.stream];
        const expected = (head?.seq ?? 0) + 1;
        if (event.seq !== expected) throw new GapError(event.stream, expected, event.seq);
        verifyLink(head, event);
        this.#heads[event.stream] = { seq: event.seq, hash: event.hash };
        this.recent.add(event);
        valid.push(event);
      }
    } finally {
      if (valid.length > 0) this.options.onEvents(valid);
    }
  }
}
