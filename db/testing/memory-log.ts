/** A log in memory for tests: it keeps the contract of db/log/contract as the database does, and needs none. */
import { compareLogOrder, type Stream, streams, streamsSeenBy, type Vector } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import type { HistoryQuery } from "@/domain/protocol/up";
import type { Country } from "@/domain/vocabulary";
import { logChannel } from "../channels";
import { Chain, emptyHead } from "../log/chain";
import { defaultHistoryLimit } from "../log/read";
import { type EventRow, eventOf } from "../log/rows";
import type { AppendTransaction, HeadsByStream, Log, Receipt } from "../types";
import { MemoryArrivals } from "./memory-arrivals";

type ReceiptKey = Pick<Receipt, "account" | "commandId">;
type Session = { expiresAt: Date; disabled: boolean };

/** What is committed; replaced as a whole by each commit, so that a rollback is to keep the old one. */
type Committed = {
  rows: readonly Readonly<EventRow>[];
  heads: HeadsByStream;
  receipts: ReadonlyMap<string, Receipt>;
};

const empty: Committed = {
  rows: [],
  heads: Object.fromEntries(streams.map((stream) => [stream, emptyHead])),
  receipts: new Map(),
};

const keyOf = ({ account, commandId }: ReceiptKey) => `${account} ${commandId}`;

const isPast = (vector: Vector, { stream, seq }: EventRow): boolean => seq > (vector[stream] ?? 0);

function eventsAfter({ rows }: Committed, vector: Vector, wanted: readonly Stream[]): FullEvent[] {
  const past = rows.filter((row) => wanted.includes(row.stream) && isPast(vector, row));
  return past.sort(compareLogOrder).map(eventOf);
}

export class MemoryLog implements Log {
  /** How often `readAfter` was called outside a transaction. */
  reads = 0;
  /** How many transactions were begun. */
  transactions = 0;
  /** Called with what is about to be written; throws to make an append fail as a database does. */
  beforeFlush: (chained: readonly FullEvent[]) => void = () => undefined;
  #committed = empty;
  #turn: Promise<unknown> = Promise.resolve();
  readonly #sessions = new Map<string, Session>();
  readonly #listeners = new Map<string, Set<(payload: string) => void>>();

  /** The stored rows in the order of their writing, frozen as the tables are by their triggers. */
  get rows(): readonly Readonly<EventRow>[] {
    return this.#committed.rows;
  }

  /** The stored events in the order of their writing. */
  get events(): FullEvent[] {
    return this.rows.map(eventOf);
  }

  transact<Result>(work: (tx: AppendTransaction) => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(async () => {
      this.transactions += 1;
      const { tx, written } = this.#begin();
      const result = await work(tx);
      this.#commit(written());
      return result;
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async readAfter(vector: Vector, wanted: readonly Stream[], limit?: number): Promise<FullEvent[]> {
    this.reads += 1;
    return eventsAfter(this.#committed, vector, wanted).slice(0, limit);
  }

  async history(country: Country, { subject, before, limit }: HistoryQuery): Promise<FullEvent[]> {
    return eventsAfter(this.#committed, {}, streamsSeenBy(country))
      .filter((event) => event.subject === subject && (!before || compareLogOrder(event, before) < 0))
      .reverse()
      .slice(0, limit ?? defaultHistoryLimit);
  }

  async heads(): Promise<HeadsByStream> {
    return { ...this.#committed.heads };
  }

  async listen(channel: string, onWake: (payload: string) => void): Promise<() => Promise<void>> {
    const listeners = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, listeners.add(onWake));
    return async () => void listeners.delete(onWake);
  }

  /** As from a database, listeners are called after the caller has gone on. */
  async notify(channel: string, payload: string): Promise<void> {
    for (const listener of this.#listeners.get(channel) ?? []) queueMicrotask(() => listener(payload));
  }

  /** What has landed from the partner: a test puts rows here. */
  readonly arrivals = new MemoryArrivals(() => this.rows.map(eventOf));

  /** Adds the session of an account, so that commands may be sent with its token. */
  addSession(token: string, session: Session): void {
    this.#sessions.set(token, session);
  }

  /** Erases an event's body and its salt, the one change that the log permits. */
  erase(stream: Stream, seq: number): void {
    this.forge(stream, seq, { body: null, salt: null });
  }

  /** Changes a stored event past every guard, as somebody with all rights on the database could. */
  forge(stream: Stream, seq: number, change: Partial<EventRow>): void {
    const rows = this.rows.map((row) =>
      row.stream === stream && row.seq === seq ? Object.freeze({ ...row, ...change }) : row,
    );
    this.#committed = { ...this.#committed, rows: Object.freeze(rows) };
  }

  /** A transaction on what is committed now, and a function for what it has written. */
  #begin(): { tx: AppendTransaction; written: () => Committed } {
    const before = this.#committed;
    const chain = new Chain(before.heads);
    let after = before;
    const tx: AppendTransaction = {
      heads: before.heads,
      readAfter: async (vector, wanted) => eventsAfter(before, vector, wanted),
      receipts: async (keys) => keys.flatMap((key) => before.receipts.get(keyOf(key)) ?? []),
      arrivals: this.arrivals,
      admit: (event) => chain.admit(event),
      chain: (pending) => pending.map((one) => chain.add(one)),
      mark: () => chain.length,
      rewind: (mark) => chain.rewind(mark),
      flush: async (receipts) => {
        if (after !== before) throw new Error("flush is called once, last");
        this.beforeFlush(chain.rows.map(eventOf));
        after = appended(before, chain, receipts);
      },
      liveSessions: async (tokens) => new Set(tokens.filter((token) => this.#isLive(token))),
    };
    return { tx, written: () => after };
  }

  #commit(after: Committed): void {
    const hasGrown = after.rows.length > this.rows.length;
    this.#committed = after;
    if (hasGrown) void this.notify(logChannel, "");
  }

  #isLive(token: string): boolean {
    const session = this.#sessions.get(token);
    return session !== undefined && !session.disabled && session.expiresAt.getTime() > Date.now();
  }
}

/** Throws on what the database's unique keys refuse: an event id or a receipt that is stored already. */
function appended(before: Committed, chain: Chain, added: readonly Receipt[]): Committed {
  const ids = new Set(before.rows.map(({ id }) => id));
  for (const { id } of chain.rows) {
    if (ids.has(id)) throw new Error(`the event ${id} is in the log already`);
    ids.add(id);
  }
  const receipts = new Map(before.receipts);
  for (const receipt of added) {
    if (receipts.has(keyOf(receipt)))
      throw new Error(`the command ${receipt.commandId} has a receipt already`);
    receipts.set(keyOf(receipt), receipt);
  }
  const rows = Object.freeze([...before.rows, ...chain.rows.map((row) => Object.freeze(row))]);
  const heads = { ...before.heads };
  for (const { stream, head } of chain.grown) heads[stream] = head;
  return { rows, heads, receipts };
}
