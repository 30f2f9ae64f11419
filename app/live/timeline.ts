/** The timeline of one thing: its history from the server, continued by live events. */
import { compareLogOrder } from "@/domain/envelope";
import type { HistoryAnswer, WireEvent } from "@/domain/protocol/down";
import type { LiveStore } from "./store";

export type TimelineState = {
  status: "loading" | "ready" | "failed";
  /** Oldest first, in the order of the log. */
  events: readonly WireEvent[];
  /** Whether older events than these exist. */
  more: boolean;
};

type Ask = (query: { subject: string; before?: unknown; limit: number }) => Promise<HistoryAnswer>;
const pageSize = 100;
const keyOf = (event: WireEvent): string => `${event.stream}/${event.seq}`;

export class Timeline {
  #events = new Map<string, WireEvent>();
  #state: TimelineState = { status: "loading", events: [], more: false };
  #listeners = new Set<() => void>();
  #leave: (() => void)[] = [];

  constructor(
    private readonly store: LiveStore,
    private readonly ask: Ask,
    private readonly subject: string,
  ) {}

  get state(): TimelineState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#enter();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      for (const leave of this.#leave) leave();
      this.#leave = [];
    };
  }

  #enter(): void {
    this.#leave = [
      this.store.onBatch((batch) => {
        if (batch.reset) void this.load();
        else this.#add(batch.events.filter((event) => event.subject === this.subject));
      }),
      this.store.subscribe("connection", () => {
        if (this.store.connection.name === "live" && this.#state.status === "failed") void this.load();
      }),
    ];
    void this.load();
  }

  /** Asks for the newest page, or for the page before what is held. */
  async load(older = false): Promise<void> {
    const oldest = older ? this.#state.events[0] : undefined;
    const before = oldest ? { clock: oldest.clock, stream: oldest.stream, seq: oldest.seq } : undefined;
    try {
      const answer = await this.ask({
        subject: this.subject,
        ...(before ? { before } : {}),
        limit: pageSize,
      });
      if (!answer.ok) return this.#set({ ...this.#state, status: "failed" });
      this.#add(answer.events);
      this.#set({ ...this.#state, status: "ready", more: answer.events.length >= pageSize });
    } catch {
      this.#set({ ...this.#state, status: "failed" });
    }
  }

  #add(events: readonly WireEvent[]): void {
    const fresh = events.filter((event) => !this.#events.has(keyOf(event)));
    if (fresh.length === 0) return;
    for (const event of fresh) this.#events.set(keyOf(event), event);
    this.#set({ ...this.#state, events: [...this.#events.values()].sort(compareLogOrder) });
  }

  #set(state: TimelineState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
