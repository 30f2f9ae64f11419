/** Rows of the log and the events they hold. */
import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import type { Header, Scope, Stream } from "@/domain/envelope";
import { type FullEvent, isEventType } from "@/domain/events";
import { canonical } from "@/domain/hash";
import type { jointEvents } from "../schema";

export type EventRow = Required<typeof jointEvents.$inferInsert>;

/** A row as raw SQL returns it: bigint is text from PostgreSQL's driver and a number from the embedded one. */
export type RawEventRow = Omit<EventRow, "seq" | "clock" | "seen"> & {
  seq: string | number;
  clock: string | number;
  seen: string | number;
};

/** A row that only a newer version can read: another process of this node wrote it. */
export class UnknownEventTypeError extends TypeError {
  constructor(readonly eventType: string) {
    super(`the log holds an event type that a newer version wrote: ${eventType}. Start that version.`);
  }
}

/** The columns of an event, named as in RawEventRow. */
export const eventColumns: SQL = sql.raw(
  'stream, seq, clock, seen, id, at, actor, type, subject, header, body, salt, body_hash as "bodyHash", prev, hash',
);

/** Whether an event was discarded: only joint ones can be. */
export const discardedColumn = (scope: Scope): SQL =>
  sql.raw(scope === "joint" ? "discarded" : "null::boolean as discarded");

/** The row of an event; `header` and `body` are the texts that were hashed. */
export function rowOf(event: FullEvent, header: string, body: string | null): EventRow {
  const { stream, seq, clock, seen, id, at, type, subject, bodyHash, prev, hash } = event;
  const actor = canonical(event.actor);
  const salt = event.salt ?? null;
  const discarded = event.discarded ?? null;
  return {
    ...{ stream, seq, clock, seen, id, at, actor, type, subject, header, body, salt, bodyHash, prev, hash },
    discarded,
  };
}

/**
 * The event of a row that this node has written or validated, so its body is not parsed again.
 * Throws UnknownEventTypeError on an event type that this version does not know.
 */
export function eventOf(row: RawEventRow): FullEvent {
  if (!row.discarded && !isEventType(row.type)) throw new UnknownEventTypeError(row.type);
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
  // Type and body match since the event was decided; a row does not carry that in its type.
  return { ...header, ...rest, ...(row.discarded ? { discarded: true } : {}) } as FullEvent;
}
