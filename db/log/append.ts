/** One transaction under the append lock (rule C1). */
import { sql } from "drizzle-orm";
import { type Stream, scopeOf, type Vector } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { type Database, rowsOf } from "../database";
import type { AppendTransaction, ArrivalReads, HeadsByStream, Pending, Receipt } from "../types";
import { clearHeld, eraseRecalled, readArrivals, readEvidence, readTraces, writeHeld } from "./arrivals";
import { Chain } from "./chain";
import { recordset, writeAll } from "./insert";
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
    return await rowsOf<Receipt>(
      this.tx,
      sql`select account, command_id as "commandId", fingerprint, events from receipts
          where (account, command_id) in (
            select account, "commandId" from ${recordset(keys, 'account text, "commandId" text')})`,
    );
  }

  get arrivals(): ArrivalReads {
    const { tx } = this;
    return {
      landed: (stream, afterSeq, page) => readArrivals(tx, stream, afterSeq, page),
      evidence: (query) => readEvidence(tx, query),
      traces: (subjects) => readTraces(tx, subjects),
      erase: (recall) => eraseRecalled(tx, recall),
      hold: (held) => writeHeld(tx, held),
      release: (stream, throughSeq) => clearHeld(tx, stream, throughSeq),
    };
  }

  admit(event: FullEvent): void {
    this.#chain.admit(event);
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
    const { rows, grown } = this.#chain;
    const statement = writeAll({
      joint: rows.filter((row) => scopeOf(row.stream) === "joint"),
      national: rows.filter((row) => scopeOf(row.stream) === "national"),
      receipts,
      heads: grown,
    });
    if (statement) await this.tx.execute(statement);
  }

  async liveSessions(tokens: readonly string[]): Promise<Set<string>> {
    if (tokens.length === 0) return new Set();
    const wanted = tokens.map((token) => ({ token }));
    const rows = await rowsOf<{ token: string }>(
      this.tx,
      sql`select session.token from session join "user" on "user".id = session.user_id
          where session.token in (select token from ${recordset(wanted, "token text")})
            and session.expires_at > now() and not "user".disabled`,
    );
    return new Set(rows.map((row) => row.token));
  }
}
