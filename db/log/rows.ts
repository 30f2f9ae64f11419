/** Rows of the log and the events they hold. */
import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import type { Header, Stream } from "@/domain/envelope";
import { type FullEvent, isEventType } from "@/domain/events";
import { canonical } from "@/domain/hash";
import type { jointEvents } from "../schema";

export type EventRow = Required<typeof jointEvents.$inferInsert>;

/** As raw SQL gives it: PostgreSQL's driver answers bigint as text, the embedded one as a number. */
export type RawEventRow = Omit<EventRow, "seq" | "clock" | "seen"> & {
  seq: string | number;
  clock: string | number;
  seen: string | number;
};

/** The columns of an event, named as in RawEventRow. */
export const eventColumns: SQL = sql.raw(
  'stream, seq, clock, seen, id, at, actor, type, subject, header, body, salt, body_hash as "bodyHash", prev, hash',
);

/** The row of an event; its header and body are given as the text that was hashed. */
export function rowOf(event: FullEvent, header: string, body: string): EventRow {
  const { stream, seq, clock, seen, id, at, type, subject, bodyHash, prev, hash } = event;
  const actor = canonical(event.actor);
  const salt = event.salt ?? null;
  return { stream, seq, clock, seen, id, at, actor, type, subject, header, body, salt, bodyHash, prev, hash };
}

/**
 * The event of a row this node wrote or has judged on arrival, so its body is taken at its word.
 * Throws when the type is not one this version knows.
 */
export function eventOf(row: RawEventRow): FullEvent {
  if (!isEventType(row.type)) throw new TypeError(`unknown event type in the log: ${row.type}`);
  const header: Header = {
    stream: row.stream as Stream,
    seq: Number(row.seq),
    clock: Number(row.clock),
    seen: Number(row.seen),
    id: row.id,
    at: row.at,
    actor: JSON.parse(row.actor),
    type: row.type,
    subject: row.subject,
    bodyHash: row.bodyHash,
    prev: row.prev,
    hash: row.hash,
  };
  const erased = row.body === null || row.salt === null;
  const rest = erased ? { body: null } : { body: JSON.parse(row.body ?? "null"), salt: row.salt };
  // Type and body were paired when the event was decided; the compiler cannot follow that through a row.
  return { ...header, ...rest } as FullEvent;
}
