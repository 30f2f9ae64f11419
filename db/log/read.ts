/** Reads the log. Each read is one statement, and so one consistent snapshot of all streams. */
import { type SQL, sql } from "drizzle-orm";
import { type Stream, scopeOf, streamsSeenBy, type Vector } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import type { HistoryQuery } from "@/domain/protocol/up";
import type { Country } from "@/domain/vocabulary";
import { type Database, rowsOf } from "../database";
import type { HeadsByStream } from "../types";
import { discardedColumn, eventColumns, eventOf, type RawEventRow } from "./rows";

/** Events of a timeline when the query names no limit. */
export const defaultHistoryLimit = 100;
const tables = { joint: sql.raw("joint_events"), national: sql.raw("national_events") };

/** The order of the log in SQL: clock, joint before national, stream by its bytes, seq (see compareLogOrder). */
const logOrder = sql.raw('clock, national, stream collate "C", seq');
const logOrderBackwards = sql.raw('clock desc, national desc, stream collate "C" desc, seq desc');

function select(stream: Stream, condition: SQL): SQL {
  const scope = scopeOf(stream);
  const national = sql.raw(scope === "national" ? "1" : "0");
  return sql`(select ${eventColumns}, ${discardedColumn(scope)}, ${national} as national from ${tables[scope]} where stream = ${stream} and ${condition})`;
}

const union = (selects: SQL[]): SQL => sql.join(selects, sql.raw(" union all "));

/**
 * Events past the vector in the order of the log. With a limit, a prefix of that order, which is contiguous per stream,
 * as clocks never decrease within a stream.
 */
export async function readAfter(
  db: Database,
  vector: Vector,
  streams: readonly Stream[],
  limit?: number,
): Promise<FullEvent[]> {
  if (streams.length === 0) return [];
  const bound = limit === undefined ? sql.empty() : sql` limit ${limit}`;
  const parts = streams.map((stream) => {
    const newer = sql`seq > ${vector[stream] ?? 0}`;
    return select(stream, limit === undefined ? newer : sql`${newer} order by seq ${bound}`);
  });
  const query = sql`select * from (${union(parts)}) as log order by ${logOrder}${bound}`;
  return (await rowsOf<RawEventRow>(db, query)).map(eventOf);
}

/** The events of one subject in the streams that a country sees, newest first. */
export async function readHistory(db: Database, country: Country, query: HistoryQuery): Promise<FullEvent[]> {
  const parts = streamsSeenBy(country).map((stream) => select(stream, sql`subject = ${query.subject}`));
  const { before } = query;
  const bound = before
    ? sql`where (clock, national, stream collate "C", seq) <
        (${before.clock}::bigint, ${scopeOf(before.stream) === "national" ? 1 : 0}::integer, ${before.stream}::text, ${before.seq}::bigint)`
    : sql.empty();
  const rows = await rowsOf<RawEventRow>(
    db,
    sql`select * from (${union(parts)}) as log ${bound} order by ${logOrderBackwards} limit ${query.limit ?? defaultHistoryLimit}`,
  );
  return rows.map(eventOf);
}

type RawHead = { stream: Stream; seq: string | number; hash: string; clock: string | number };

/** The heads of all streams; with `lock`, takes the append lock until the transaction ends. */
export async function readHeads(db: Database, options: { lock: boolean }): Promise<HeadsByStream> {
  const lock = options.lock ? sql.raw(" for update") : sql.empty();
  const rows = await rowsOf<RawHead>(
    db,
    sql`select stream, seq, hash, clock from stream_heads order by stream${lock}`,
  );
  const heads: HeadsByStream = {};
  for (const row of rows)
    heads[row.stream] = { seq: Number(row.seq), hash: row.hash, clock: Number(row.clock) };
  return heads;
}
