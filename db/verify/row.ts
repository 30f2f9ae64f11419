/** Verifies one row of the log against the row before it. */
import { scopeOf } from "@/domain/envelope";
import { parseEvent } from "@/domain/events";
import { canonical, firstPrev, hashBody, headerText, sha256Hex } from "@/domain/hash";
import { eventOf, type RawEventRow } from "../log/rows";

export type Previous = { seq: number; hash: string; clock: number };
export const beforeFirst: Previous = { seq: 0, hash: firstPrev, clock: 0 };

/** The fault of a row, as the end of a sentence; null when there is none. */
export function faultOfRow(row: RawEventRow, previous: Previous): string | null {
  if (Number(row.seq) !== previous.seq + 1) return `the event after ${previous.seq} is missing`;
  if (row.prev !== previous.hash) return "it does not follow the event before it";
  if (sha256Hex(row.header) !== row.hash) return "its header and its hash differ";
  return faultOfHeader(row) ?? faultOfClock(row, previous) ?? faultOfBody(row);
}

function faultOfHeader(row: RawEventRow): string | null {
  try {
    const event = eventOf({ ...row, body: null });
    if (canonical(event.actor) !== row.actor) return "its actor is not canonical text";
    return headerText(event) === row.header ? null : "its columns and its header differ";
  } catch (error) {
    return `its columns cannot be read (${reason(error)})`;
  }
}

function faultOfClock(row: RawEventRow, previous: Previous): string | null {
  const least = scopeOf(row.stream) === "joint" ? previous.clock + 1 : previous.clock;
  return Number(row.clock) < least ? "its clock goes back" : null;
}

/** A body and its salt are either both erased, or match the hash. */
function faultOfBody(row: RawEventRow): string | null {
  if (row.body === null && row.salt === null) return null;
  if (row.body === null || row.salt === null) return "only one of its body and its salt is erased";
  if (hashBody(row.salt, row.body) !== row.bodyHash) return "its body and the body's hash differ";
  try {
    parseEvent(eventOf(row));
    return null;
  } catch (error) {
    return `its body is not valid for ${row.type} (${reason(error)})`;
  }
}

const reason = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200);
