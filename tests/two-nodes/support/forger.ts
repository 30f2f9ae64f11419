/** Somebody with all rights on the Lao gateway: it writes there what no Sekong writes. Chained, hashed, and false. */
import { v7 as uuidv7 } from "uuid";
import type { Stream } from "@/domain/envelope";
import { canonical, firstPrev, hashBody, headerText, sha256Hex } from "@/domain/hash";
import type { Cluster } from "@/scripts/two-nations/cluster";
import type { TwoNodes } from "./nodes";

export type Row = {
  stream: string;
  seq: number | string;
  header: string;
  body: string;
  salt: string;
  hash: string;
};
export type Forgery = {
  type: string;
  subject: string;
  body?: unknown;
  /** The body's text, when it is not to be the canonical one. */
  bodyText?: string;
  header?: Record<string, unknown>;
};

export const salt = "0".repeat(32);
const stream: Stream = "LA.joint";
const actor = { desk: "LA-COMMANDER-1", role: "commander", country: "LA", by: "forged" };

type Head = { seq: number; hash: string; clock: number; seen: number };

export class Forger {
  constructor(private readonly world: TwoNodes) {}

  get #gateway(): Cluster {
    return this.world.nodes.LA.gateway;
  }

  /** Runs SQL as the superuser of the Lao gateway. */
  async sql<Result extends object>(text: string, values: unknown[] = []): Promise<Result[]> {
    return await this.#gateway.admin(
      "exchange",
      async (admin) => (await admin.query<Result>(text, values)).rows,
    );
  }

  /** Runs SQL in Cambodia's own database, to look at what became of it. */
  async atHome<Result extends object>(text: string, values: unknown[] = []): Promise<Result[]> {
    return await this.world.nodes.KH.ops.admin(
      "ops",
      async (admin) => (await admin.query<Result>(text, values)).rows,
    );
  }

  /** The head of the Lao stream as Cambodia has admitted it, and of Cambodia's own. */
  async heads(): Promise<{ lao: Head; own: Head }> {
    const of = async (name: string): Promise<Head> => {
      const [row] = await this.atHome<Head>(
        `select seq::int, hash, clock::int, seen::int from joint_events where stream = $1 order by seq desc limit 1`,
        [name],
      );
      return row ?? { seq: 0, hash: firstPrev, clock: 0, seen: 0 };
    };
    return { lao: await of(stream), own: await of("KH.joint") };
  }

  /** Rows that follow the Lao stream's head, each chained to the one before it. */
  async forge(...forgeries: readonly Forgery[]): Promise<Row[]> {
    const { lao, own } = await this.heads();
    let head = lao;
    return forgeries.map((forgery) => {
      const made = rowOf(forgery, head, own);
      head = made.head;
      return made.row;
    });
  }

  /** Writes rows into the Lao gateway; they cross to Cambodia. */
  async write(rows: readonly Row[]): Promise<void> {
    await this.sql(
      `insert into exchange.joint_events (stream, seq, header, body, salt, hash)
       select stream, seq, header, body, salt, hash from json_to_recordset($1::json)
         as row (stream text, seq bigint, header text, body text, salt text, hash text)`,
      [JSON.stringify(rows)],
    );
  }

  /** Takes away what was forged, on both sides, so that the next attack begins where this one did. */
  async cleanse(): Promise<void> {
    const { lao } = await this.heads();
    await this.sql("delete from exchange.joint_events where stream <> $1 or seq > $2 or seq < 1", [
      stream,
      lao.seq,
    ]);
    await this.atHome("delete from exchange.joint_events where stream <> $1 or seq > $2 or seq < 1", [
      stream,
      lao.seq,
    ]);
    await this.atHome("delete from exchange.held_events");
    await this.atHome("delete from exchange.contradictions");
  }
}

function rowOf({ type, subject, body = {}, bodyText, header = {} }: Forgery, head: Head, own: Head) {
  const text = bodyText ?? canonical(body);
  const fields = {
    stream,
    seq: head.seq + 1,
    clock: 1 + Math.max(head.clock, own.clock),
    seen: own.seq,
    id: uuidv7(),
    at: new Date().toISOString(),
    actor,
    type,
    subject,
    bodyHash: hashBody(salt, text),
    prev: head.hash,
    ...header,
  };
  // The overrides are what an attacker puts there, of whatever form.
  const made = headerText(fields as Parameters<typeof headerText>[0]);
  const hash = sha256Hex(made);
  const row = { stream: fields.stream, seq: fields.seq, header: made, body: text, salt, hash };
  return { row, head: { seq: fields.seq, hash, clock: fields.clock, seen: fields.seen } };
}
