/**
 * Writes a batch in one statement with one parameter per table, as on the embedded database a statement costs more than
 * its rows.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Stream } from "@/domain/envelope";
import { logChannel } from "../channels";
import type { Head, Receipt } from "../types";
import type { EventRow } from "./rows";

export type Written = {
  joint: readonly EventRow[];
  national: readonly EventRow[];
  receipts: readonly Receipt[];
  heads: readonly { stream: Stream; head: Head }[];
};

const eventColumns =
  "stream, seq, clock, seen, id, at, actor, type, subject, header, body, salt, body_hash, prev, hash";
const typesOfEvent = `stream text, seq bigint, clock bigint, seen bigint, id text, at text, actor text, type text,
  subject text, header text, body text, salt text, "bodyHash" text, prev text, hash text, discarded boolean`;

/**
 * Rows as one parameter of JSON, which PostgreSQL converts to the columns of `types`. `types` becomes part of the
 * statement, so it must be a constant.
 */
export const recordset = (rows: readonly object[], types: string): SQL =>
  sql`json_to_recordset(${JSON.stringify(rows)}::json) as row (${sql.raw(types)})`;

function insertEvents(table: string, rows: readonly EventRow[], more = ""): SQL {
  const columns = `${eventColumns}${more}`;
  const values = columns.replace("body_hash", '"bodyHash"');
  return sql`insert into ${sql.raw(`${table} (${columns}) select ${values}`)} from ${recordset(rows, typesOfEvent)}`;
}

function insertReceipts(receipts: readonly Receipt[]): SQL {
  const types = 'account text, "commandId" text, fingerprint text, events jsonb';
  return sql`insert into receipts (account, command_id, fingerprint, events)
    select account, "commandId", fingerprint, events from ${recordset(receipts, types)}`;
}

function moveHeads(heads: Written["heads"]): SQL {
  const rows = heads.map(({ stream, head }) => ({ stream, ...head }));
  return sql`update stream_heads set seq = row.seq, hash = row.hash, clock = row.clock
    from ${recordset(rows, "stream text, seq bigint, hash text, clock bigint")} where stream_heads.stream = row.stream`;
}

/** The statement that writes everything and notifies when the log has grown; null when there is nothing to write. */
export function writeAll({ joint, national, receipts, heads }: Written): SQL | null {
  const parts: SQL[] = [];
  if (joint.length > 0)
    parts.push(sql`joint_rows as (${insertEvents("joint_events", joint, ", discarded")})`);
  if (national.length > 0) parts.push(sql`national_rows as (${insertEvents("national_events", national)})`);
  if (receipts.length > 0) parts.push(sql`receipt_rows as (${insertReceipts(receipts)})`);
  if (heads.length > 0) parts.push(sql`head_rows as (${moveHeads(heads)})`);
  if (parts.length === 0) return null;
  const last = heads.length > 0 ? sql`select pg_notify(${logChannel}, '')` : sql`select 1`;
  return sql`with ${sql.join(parts, sql.raw(", "))} ${last}`;
}
