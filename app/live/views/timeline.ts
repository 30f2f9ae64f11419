/**
 * The timeline of an incident: its history and that of its requests, tasks, proposals and clocks, asked of the server
 * one by one, merged in the order of the log, and continued by live events.
 */

import { compareLogOrder } from "@/domain/envelope";
import type { HistoryAnswer, WireEvent } from "@/domain/protocol/down";
import { type Listener, Listeners } from "../../lib/listeners";
import type { Batch, LiveStore } from "../store/store";
import { mayAddSubjects, subjectsOf } from "./timeline-subjects";

export type TimelineState = {
  status: "loading" | "ready" | "failed";
  /** Oldest first, in the order of the log. */
  events: readonly WireEvent[];
  /** Whether older events than these exist. */
  more: boolean;
};

type Ask = (query: { subject: string; before?: unknown; limit: number }) => Promise<HistoryAnswer>;
/** What is held of one subject: its newest events, without a gap. */
type Part = { events: WireEvent[]; more: boolean };

const pageSize = 100;
/** Between two attempts while the server limits the rate of queries: an incident with many parts needs several. */
const retryMs = 300;
const mostAttempts = 40;
const keyOf = (event: WireEvent): string => `${event.stream}/${event.seq}`;

export class Timeline {
  #parts = new Map<string, Part>();
  #state: TimelineState = { status: "loading", events: [], more: false };
  readonly #listeners = new Listeners(() => this.#open());
  /** Counts loadings: the answers to an earlier one are dropped. */
  #loading = 0;

  constructor(
    private readonly store: LiveStore,
    private readonly ask: Ask,
    private readonly incidentId: string,
    private readonly pause: () => Promise<void> = () => new Promise((done) => setTimeout(done, retryMs)),
  ) {}

  get state(): TimelineState {
    return this.#state;
  }

  /** Called when the state changes; loads when the first listener comes. Returns an unsubscribe function. */
  readonly subscribe = (listener: Listener): (() => void) => this.#listeners.add(listener);

  #open(): () => void {
    const unsubscribes = [
      this.store.onBatch((batch) => this.#onBatch(batch)),
      this.store.subscribe("connection", () => {
        if (this.store.connection.name === "live" && this.#state.status === "failed") void this.load();
      }),
    ];
    void this.load();
    return () => {
      for (const unsubscribe of unsubscribes) unsubscribe();
      this.#loading += 1;
    };
  }

  #onBatch(batch: Batch): void {
    if (batch.reset) {
      void this.load();
      return;
    }
    // What is new in the picture began in this batch: its whole history is in these events.
    if (batch.changes.some((change) => mayAddSubjects(change, this.incidentId))) {
      for (const subject of subjectsOf(this.store, this.incidentId)) this.#partOf(subject);
    }
    const fresh = batch.events.filter((event) => this.#parts.has(event.subject));
    for (const event of fresh) this.#add(event.subject, [event]);
    if (fresh.length > 0) this.#publish();
  }

  /** Asks for the newest page of every subject, or, for older ones, the page before what is shown. */
  async load(older = false): Promise<void> {
    this.#loading += 1;
    const loading = this.#loading;
    const before = older ? this.#horizon() : undefined;
    const subjects = before ? [before.subject] : subjectsOf(this.store, this.incidentId);
    // Known before the answers come, so that live events meanwhile are kept.
    for (const subject of subjects) this.#partOf(subject);
    try {
      for (const subject of subjects) {
        const answer = await this.#page(subject, before?.event);
        if (loading !== this.#loading) return;
        if (!answer.ok && (subject === this.incidentId || answer.error.code !== "not-found")) {
          return this.#set({ ...this.#state, status: "failed" });
        }
        if (!answer.ok) continue;
        this.#addPage(subject, answer.events);
        this.#publish("ready");
      }
    } catch {
      if (loading === this.#loading) this.#set({ ...this.#state, status: "failed" });
    }
  }

  async #page(subject: string, oldest: WireEvent | undefined): Promise<HistoryAnswer> {
    const before = oldest ? { clock: oldest.clock, stream: oldest.stream, seq: oldest.seq } : undefined;
    const query = { subject, ...(before ? { before } : {}), limit: pageSize };
    let answer = await this.ask(query);
    for (
      let attempt = 0;
      attempt < mostAttempts && !answer.ok && answer.error.code === "rate-limited";
      attempt += 1
    ) {
      await this.pause();
      answer = await this.ask(query);
    }
    return answer;
  }

  #partOf(subject: string): Part {
    const part = this.#parts.get(subject) ?? { events: [], more: false };
    this.#parts.set(subject, part);
    return part;
  }

  #add(subject: string, events: readonly WireEvent[]): void {
    const part = this.#partOf(subject);
    const held = new Set(part.events.map(keyOf));
    const fresh = events.filter((event) => !held.has(keyOf(event)));
    if (fresh.length > 0) part.events = [...part.events, ...fresh].sort(compareLogOrder);
  }

  /** A full page may leave a gap before it: what is held from before the gap is dropped, and asked for again later. */
  #addPage(subject: string, page: readonly WireEvent[]): void {
    const part = this.#partOf(subject);
    const oldest = page.at(-1);
    part.more = page.length >= pageSize;
    if (part.more && oldest) {
      part.events = part.events.filter((event) => compareLogOrder(event, oldest) >= 0);
    }
    this.#add(subject, page);
  }

  /** Before this event some subject's history is incomplete: older events are left out rather than shown with gaps. */
  #horizon(): { subject: string; event: WireEvent } | undefined {
    const ends = [...this.#parts].flatMap(([subject, { events, more }]) => {
      const [event] = events;
      return more && event ? [{ subject, event }] : [];
    });
    return ends.sort((a, b) => compareLogOrder(b.event, a.event))[0];
  }

  #publish(status: TimelineState["status"] = this.#state.status): void {
    const horizon = this.#horizon();
    const events = [...this.#parts.values()]
      .flatMap((part) => part.events)
      .filter((event) => !horizon || compareLogOrder(event, horizon.event) >= 0)
      .sort(compareLogOrder);
    this.#set({ status, events, more: horizon !== undefined });
  }

  #set(state: TimelineState): void {
    this.#state = state;
    this.#listeners.notify();
  }
}
