/** One transaction under the append lock (design §3). */
import { type SQL, sql } from "drizzle-orm";
import { type Stream, scopeOf, type Vector } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { logChannel } from "../channels";
import { type Database, rowsOf } from "../database";
import { jointEvents, nationalEvents, receipts as receiptTable } from "../schema";
import { slices } from "../slices";
import type { AppendTransaction, HeadsByStream, Pending, Receipt } from "../types";
import { Chain } from "./chain";
import { readAfter, readHeads } from "./read";

/** Takes the append lock on this transaction and reads the heads under it. */
export async function openAppend(tx: Database): Promise<AppendTransaction> {
  return new Append(tx, await readHeads(tx, { lock: true }));
}

class Append implements AppendTransaction {
  readonly #chain: Chain;
  #flushed = false;

  constructor(
    private readonly tx: Database,
    readonly heads: HeadsByStream,
  ) {
    this.#chain = new Chain(heads);
  }

  readAfter(vector: Vector, streams: readonly Stream[]): Promise<FullEvent[]> {
    const behind = streams.filter((stream) => (this.heads[stream]?.seq ?? 0) > (vector[stream] ?? 0));
    return readAfter(this.tx, vector, behind);
  }

  async receipts(keys: readonly { account: string; commandId: string }[]): Promise<Receipt[]> {
    if (keys.length === 0) return [];
    const pairs = keys.map(({ account, commandId }) => sql`(${account}, ${commandId})`);
    return await rowsOf<Receipt>(
      this.tx,
      sql`select account, command_id as "commandId", fingerprint, events from receipts
          where (account, command_id) in (${sql.join(pairs, sql.raw(", "))})`,
    );
  }

  chain(pending: readonly Pending[]): FullEvent[] {
    return pending.map((one) => this.#chain.add(one));
  }

  mark(): number {
    return this.#chain.length;
  }

  rewind(mark: number): void {
    this.#chain.rewind(mark);
  }

  async flush(receipts: readonly Receipt[]): Promise<void> {
    if (this.#flushed) throw new Error("flush is called once, last");
    this.#flushed = true;
    await this.#insertEvents();
    for (const part of slices(receipts)) await this.tx.insert(receiptTable).values(part);
    if (this.#chain.length > 0) await this.tx.execute(this.#moveHeadsAndWake());
  }

  async liveSessions(tokens: readonly string[]): Promise<Set<string>> {
    if (tokens.length === 0) return new Set();
    const list = sql.join(
      [...new Set(tokens)].map((token) => sql`${token}`),
      sql.raw(", "),
    );
    const rows = await rowsOf<{ token: string }>(
      this.tx,
      sql`select session.token from session join "user" on "user".id = session.user_id
          where session.token in (${list}) and session.expires_at > now() and not "user".disabled`,
    );
    return new Set(rows.map((row) => row.token));
  }

  async #insertEvents(): Promise<void> {
    const { rows } = this.#chain;
    const joint = rows.filter((row) => scopeOf(row.stream) === "joint");
    const national = rows.filter((row) => scopeOf(row.stream) === "national");
    for (const part of slices(joint)) await this.tx.insert(jointEvents).values(part);
    for (const part of slices(national)) await this.tx.insert(nationalEvents).values(part);
  }

  /** Heads and the one wake-up of this batch in one round trip. */
  #moveHeadsAndWake(): SQL {
    const moved = this.#chain.grown.map(
      ({ stream, head }) =>
        sql`(${stream}::text, ${head.seq}::bigint, ${head.hash}::text, ${head.clock}::bigint)`,
    );
    return sql`with moved as (
        update stream_heads set seq = grown.seq, hash = grown.hash, clock = grown.clock
        from (values ${sql.join(moved, sql.raw(", "))}) as grown (stream, seq, hash, clock)
        where stream_heads.stream = grown.stream)
      select pg_notify(${logChannel}, '')`;
  }
}
