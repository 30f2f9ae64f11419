/** A log in memory for tests of the server's parts: the same chain as the real one, no database. */
import { Chain } from "@/db/log/chain";
import type { AppendTransaction, HeadsByStream, Log, Receipt } from "@/db/types";
import { type Stream, streamsSeenBy, type Vector } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { inLogOrder } from "@/domain/picture";

const keyOf = ({ account, commandId }: { account: string; commandId: string }) => `${account} ${commandId}`;

export class MemoryLog implements Log {
  readonly events: FullEvent[] = [];
  readonly receipts = new Map<string, Receipt>();
  /** How often `readAfter` was asked outside a transaction. */
  reads = 0;
  /** Transactions that were begun. */
  transactions = 0;
  /** Throws to make an append fail as a database does. */
  beforeFlush: (chained: readonly FullEvent[]) => void = () => undefined;
  #heads: HeadsByStream = {};
  #turn: Promise<unknown> = Promise.resolve();
  readonly #listeners = new Map<string, Set<(payload: string) => void>>();

  transact<Result>(work: (tx: AppendTransaction) => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(() => {
      this.transactions += 1;
      return work(this.#open());
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #open(): AppendTransaction {
    const chain = new Chain(this.#heads);
    const chained: FullEvent[] = [];
    return {
      heads: this.#heads,
      readAfter: async (vector, streams) => this.#after(vector, streams),
      receipts: async (keys) => keys.flatMap((key) => this.receipts.get(keyOf(key)) ?? []),
      chain: (pending) => {
        const made = pending.map((one) => chain.add(one));
        chained.push(...made);
        return made;
      },
      mark: () => chain.length,
      rewind: (mark) => {
        chain.rewind(mark);
        chained.length = mark;
      },
      flush: async (receipts) => {
        this.beforeFlush(chained);
        this.events.push(...chained);
        for (const { stream, head } of chain.grown) this.#heads = { ...this.#heads, [stream]: head };
        for (const receipt of receipts) this.receipts.set(keyOf(receipt), receipt);
      },
      liveSessions: async (tokens) => new Set(tokens.filter((token) => !token.startsWith("dead"))),
    };
  }

  async readAfter(vector: Vector, streams: readonly Stream[], limit?: number): Promise<FullEvent[]> {
    this.reads += 1;
    return this.#after(vector, streams).slice(0, limit);
  }

  #after(vector: Vector, streams: readonly Stream[]): FullEvent[] {
    return inLogOrder(
      this.events.filter(({ stream, seq }) => streams.includes(stream) && seq > (vector[stream] ?? 0)),
    );
  }

  async history(country: "KH" | "LA", { subject }: { subject: string }): Promise<FullEvent[]> {
    const seen = this.events.filter(
      (event) => event.subject === subject && streamsSeenBy(country).includes(event.stream),
    );
    return inLogOrder(seen).reverse();
  }

  async heads(): Promise<HeadsByStream> {
    return this.#heads;
  }

  async listen(channel: string, onWake: (payload: string) => void): Promise<() => Promise<void>> {
    const listeners = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, listeners.add(onWake));
    return async () => void listeners.delete(onWake);
  }

  async notify(channel: string, payload: string): Promise<void> {
    for (const listener of this.#listeners.get(channel) ?? []) listener(payload);
  }
}
