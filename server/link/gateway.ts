/** This node's own gateway: it holds what the partner may fetch. One process of a node writes into it. */
import { Client, type QueryResult, type QueryResultRow } from "pg";
import type { Stream } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { canonical, headerText } from "@/domain/hash";
import type { Country } from "@/domain/vocabulary";
import { endForeignWork } from "./gateway-guard";
import { readSlot, type Slot } from "./slot";

/** Any number, the same in every process of a node: who holds it writes. */
const writerLock = 7_365_471;
const timeoutMs = 5_000;
/** Without a word for longer, the partner is taken not to be reading. Seconds. */
const readingWithinSeconds = 10;

export type GatewayHead = { seq: number; hash: string };

const rowOf = (event: FullEvent) => ({
  stream: event.stream,
  seq: event.seq,
  header: headerText(event),
  body: event.body === null ? null : canonical(event.body),
  salt: event.salt ?? null,
  hash: event.hash,
});

export class Gateway {
  /** One connection, so that the lock it holds is that of whoever uses it. */
  #connection: Promise<Client> | undefined;
  #leads = false;
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(
    private readonly url: string,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Whether this process is the one that writes. */
  get leads(): boolean {
    return this.#leads;
  }

  /** Tries to become the one process that writes; false while another one is. Rejects when it cannot be reached. */
  async lead(): Promise<boolean> {
    if (this.#leads) return true;
    const { rows } = await this.#query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [
      writerLock,
    ]);
    this.#leads = rows[0]?.taken === true;
    return this.#leads;
  }

  async head(stream: Stream): Promise<GatewayHead | undefined> {
    const { rows } = await this.#query<{ seq: string; hash: string }>(
      "select seq, hash from exchange.joint_events where stream = $1 order by seq desc limit 1",
      [stream],
    );
    const [row] = rows;
    return row ? { seq: Number(row.seq), hash: row.hash } : undefined;
  }

  /** The last seq of a stream, 0 while there is none, and the hash at a given seq. */
  async position(stream: Stream, seq: number): Promise<{ seq: number; hash: string | undefined }> {
    const { rows } = await this.#query<{ last: string; hash: string | null }>(
      `select coalesce((select max(seq) from exchange.joint_events where stream = $1), 0) as last,
         (select hash from exchange.joint_events where stream = $1 and seq = $2) as hash`,
      [stream, seq],
    );
    return { seq: Number(rows[0]?.last ?? 0), hash: rows[0]?.hash ?? undefined };
  }

  /** Writes own joint events; those that are there already stay as they are. */
  async push(events: readonly FullEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.#query(
      `insert into exchange.joint_events (stream, seq, header, body, salt, hash)
       select stream, seq, header, body, salt, hash from json_to_recordset($1::json)
         as row (stream text, seq bigint, header text, body text, salt text, hash text)
       on conflict do nothing`,
      [JSON.stringify(events.map(rowOf))],
    );
  }

  /** Takes what was written before a recall out of the gateway, so that whoever fetches from now on gets none of it. */
  async eraseRecalled({
    stream,
    subject,
    seq,
  }: Pick<FullEvent, "stream" | "subject" | "seq">): Promise<void> {
    await this.#query(
      `update exchange.joint_events set body = null, salt = null
       where stream = $1 and seq < $2 and body is not null and header::json ->> 'subject' = $3`,
      [stream, seq, subject],
    );
  }

  /**
   * Writes one notice and deletes those of its kind that are older than `keepSeconds`. Numbers follow the time, so that
   * those of a gateway that was made anew come after those the partner has had.
   */
  async notify(country: Country, kind: string, payload: object, keepSeconds: number): Promise<void> {
    await this.#query(
      `insert into exchange.notices (country, kind, number, payload)
       select $1, $2, greatest(coalesce(max(number), 0) + 1, floor(extract(epoch from clock_timestamp()) * 10)), $3
       from exchange.notices where country = $1 and kind = $2`,
      [country, kind, JSON.stringify(payload)],
    );
    await this.#query(
      `delete from exchange.notices where country = $1 and kind = $2 and landed_at < now() - make_interval(secs => $3)
         and number < (select max(number) from exchange.notices where country = $1 and kind = $2)`,
      [country, kind, keepSeconds],
    );
  }

  /** Whether the partner's node has confirmed something within the last ten seconds. */
  async partnerReads(): Promise<boolean> {
    const { rows } = await this.#query<{ reads: boolean }>(
      `select coalesce(bool_or(reply_time > now() - make_interval(secs => $1)), false) as reads
       from pg_stat_replication where state = 'streaming'`,
      [readingWithinSeconds],
    );
    return rows[0]?.reads === true;
  }

  async slot(): Promise<Slot> {
    return await readSlot(await this.#connected());
  }

  /** Ends the partner's connections that do not fetch; gives how many there were of either kind. */
  async endForeignWork(partnerRole: string): Promise<{ lingering: number; copying: number }> {
    return await this.#alone((client) => endForeignWork(client, partnerRole));
  }

  #query<Row extends QueryResultRow>(text: string, values: unknown[]): Promise<QueryResult<Row>> {
    return this.#alone((client) => client.query<Row>(text, values));
  }

  /** One piece of work after the other, as a connection takes no second one meanwhile. */
  #alone<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
    const result = this.#last.then(async () => await work(await this.#connected()));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#last;
    const connection = this.#connection;
    this.#forget(connection);
    const client = await connection?.catch(() => undefined);
    await client?.end().catch(() => undefined);
  }

  #connected(): Promise<Client> {
    if (this.#isClosed) return Promise.reject(new Error("the gateway was closed"));
    const connection = this.#connection ?? this.#connect();
    this.#connection = connection;
    return connection;
  }

  #connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.url,
      connectionTimeoutMillis: timeoutMs,
      query_timeout: timeoutMs,
      keepAlive: true,
      // So that an administrator sees in pg_stat_activity which process of the node writes.
      application_name: `sekong-gateway ${process.pid}`,
    });
    const connection = client.connect().then(() => client);
    // A lost connection can emit more than one error; after the first it is used no more.
    client.on("error", (error) => {
      this.#forget(connection);
      this.onError(error);
    });
    client.on("end", () => this.#forget(connection));
    connection.catch(() => this.#forget(connection));
    return connection;
  }

  #forget(connection: Promise<Client> | undefined): void {
    if (this.#connection !== connection) return;
    this.#connection = undefined;
    this.#leads = false;
  }
}
