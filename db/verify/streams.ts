/** Verifies the hash chains, from the first event of each stream to the head that appends continue from. */
import { sql } from "drizzle-orm";
import { type Stream, scopeOf } from "@/domain/envelope";
import { type Database, rowsOf } from "../database";
import { discardedColumn, eventColumns, type RawEventRow } from "../log/rows";
import type { Head } from "../types";
import { beforeFirst, faultOfRow, type Previous } from "./row";

const pageSize = 1_000;
const tables = { joint: sql.raw("joint_events"), national: sql.raw("national_events") };

/** A fault: its place, and what is wrong there. */
export type Fault = { place: string; what: string };
export type StreamReport = { stream: Stream; head: Head; erased: number; fault?: Fault };

/** Verifies a stream of the database: its chain, its head, and that it holds every event a receipt names. */
export async function verifyStream(
  db: Database,
  stream: Stream,
  stored: Head | undefined,
): Promise<StreamReport> {
  const report = await verifyChain(stream, stored, (after) => readPage(db, stream, after));
  const what = report.fault ? null : await faultOfReceipts(db, stream, report.head.seq);
  return what ? { ...report, fault: { place: `${stream} ${report.head.seq + 1}`, what } } : report;
}

/** Verifies the chain of one stream and its stored head. `readRows` gives rows past a seq in order, none at the end. */
export async function verifyChain(
  stream: Stream,
  stored: Head | undefined,
  readRows: (after: number) => Promise<readonly RawEventRow[]>,
): Promise<StreamReport> {
  let previous: Previous = beforeFirst;
  let erased = 0;
  const report = (fault?: Fault): StreamReport => ({
    stream,
    head: previous,
    erased,
    ...(fault ? { fault } : {}),
  });
  for (;;) {
    const rows = await readRows(previous.seq);
    if (rows.length === 0) break;
    for (const row of rows) {
      const what = faultOfRow(row, previous);
      if (what) return report({ place: `${stream} ${row.seq}`, what });
      previous = { seq: Number(row.seq), hash: row.hash, clock: Number(row.clock) };
      if (row.body === null) erased += 1;
    }
  }
  const what = faultOfEnd(previous, stored);
  return report(what ? { place: `${stream} ${previous.seq + 1}`, what } : undefined);
}

function readPage(db: Database, stream: Stream, after: number): Promise<RawEventRow[]> {
  return rowsOf<RawEventRow>(
    db,
    sql`select ${eventColumns}, ${discardedColumn(scopeOf(stream))} from ${tables[scopeOf(stream)]}
        where stream = ${stream} and seq > ${after} order by seq limit ${pageSize}`,
  );
}

/** A truncated log has a sound chain, so its length is compared with the stored head. */
function faultOfEnd(last: Previous, stored: Head | undefined): string | null {
  if (!stored) return "its head is missing";
  if (stored.seq > last.seq) return `the log ends here, but its head says ${stored.seq}`;
  if (stored.seq < last.seq) return `the log continues past its head at ${stored.seq}`;
  return stored.hash === last.hash && stored.clock === last.clock
    ? null
    : "its head and its last event differ";
}

async function faultOfReceipts(db: Database, stream: Stream, last: number): Promise<string | null> {
  const [row] = await rowsOf<{ highest: string | number | null }>(
    db,
    sql`select max((event->>'seq')::bigint) as highest from receipts, jsonb_array_elements(events) as event
        where event->>'stream' = ${stream}`,
  );
  const highest = Number(row?.highest ?? 0);
  return highest > last ? `the log ends here, but event ${highest} was acknowledged` : null;
}
