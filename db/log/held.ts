/** The partner's event that waits because it cannot be admitted, and what persons decided about it. */
import { sql } from "drizzle-orm";
import { type Stream, streamOf } from "@/domain/envelope";
import { eventTypePattern, type HeldEvent } from "@/domain/protocol/down";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { type Database, rowsOf } from "../database";

export type HeldAction = "retry" | "discard" | "open";

/** Who decided, and why. */
export type Decision = {
  stream: Stream;
  seq: number;
  action: HeldAction;
  reason: string | null;
  username: string;
  desk: string;
  role: string;
};
export type RecordedDecision = Decision & { at: string };

type RawHeld = {
  seq: string | number;
  state: HeldEvent["state"];
  reason: string;
  since: string;
  header: string | null;
};

const utc = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** The type that a header names; undefined where it cannot be read, as nothing in it has been checked. */
function typeIn(header: string | null): string | undefined {
  try {
    const value: unknown = JSON.parse(header ?? "");
    const type = typeof value === "object" && value !== null && "type" in value ? value.type : undefined;
    return typeof type === "string" && type.length <= 60 && eventTypePattern.test(type) ? type : undefined;
  } catch {
    return undefined;
  }
}

/** The event that a country's node waits at, if it does. */
export async function readWaiting(db: Database, country: Country): Promise<HeldEvent | undefined> {
  const stream = streamOf(partnerOf(country), "joint");
  const [row] = await rowsOf<RawHeld>(
    db,
    sql`select held.seq, held.state, held.reason, ${utc("held.since")} as since, landed.header
        from exchange.held_events held
        left join exchange.joint_events landed on landed.stream = held.stream and landed.seq = held.seq
        where held.stream = ${stream} and held.seq > (select seq from stream_heads where stream = ${stream})
        order by held.seq limit 1`,
  );
  if (!row) return undefined;
  const type = typeIn(row.header);
  const { state, reason, since } = row;
  return {
    ...{ stream, seq: Number(row.seq), state, reason, since },
    ...(type ? { type } : {}),
  };
}

export type LandedText = {
  /** As they landed: text of the partner that nobody vouches for. */
  header: string;
  body: string | null;
  /** Events that landed after it and wait with it. */
  behind: number;
  /** Other rows that landed at the same seq. */
  others: number;
};

/** What landed at the seq of a held event, and what waits with it. */
export async function readLanded(db: Database, { stream, seq }: HeldEvent): Promise<LandedText> {
  const at = sql`stream = ${stream} and seq = ${seq}`;
  const [row] = await rowsOf<Record<"header" | "body", string | null> & Record<"behind" | "others", string>>(
    db,
    sql`select
          (select header from exchange.joint_events where ${at}) as header,
          (select body from exchange.joint_events where ${at}) as body,
          (select count(*) from exchange.joint_events where stream = ${stream} and seq > ${seq}) as behind,
          (select count(*) from exchange.contradictions where ${at}) as others`,
  );
  return {
    header: row?.header ?? "",
    body: row?.body ?? null,
    behind: Number(row?.behind ?? 0),
    others: Number(row?.others ?? 0),
  };
}

/** Records for ever that somebody decided or opened something. */
export async function recordDecision(db: Database, decision: Decision): Promise<void> {
  const { stream, seq, action, reason, username, desk, role } = decision;
  await db.execute(
    sql`insert into exchange.decisions (stream, seq, action, reason, username, desk, role)
        values (${stream}, ${seq}, ${action}, ${reason}, ${username}, ${desk}, ${role})`,
  );
}

/** The newest decisions about the partner's events, newest first. */
export async function readDecisions(
  db: Database,
  country: Country,
  limit: number,
): Promise<RecordedDecision[]> {
  const stream = streamOf(partnerOf(country), "joint");
  const rows = await rowsOf<Omit<RecordedDecision, "seq"> & { seq: string | number }>(
    db,
    sql`select stream, seq, action, reason, username, desk, role, ${utc("at")} as at
        from exchange.decisions where stream = ${stream} order by number desc limit ${limit}`,
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** Marks the event as one whose header is to be admitted without its body. */
export async function markDiscarded(db: Database, decision: Decision): Promise<void> {
  const { stream, seq, username, reason } = decision;
  await db.execute(
    sql`update exchange.held_events set decision = 'discard', decided_by = ${username}, decision_reason = ${reason}
        where stream = ${stream} and seq = ${seq}`,
  );
}

/**
 * Puts another row that landed at the same seq in place of the one that waits, such as one that a refill brought; the
 * one that waited is kept among the contradictions. The newest comes first, then the older ones in turn.
 */
export async function takeOtherLanding(db: Database, { stream, seq }: HeldEvent): Promise<boolean> {
  const [other] = await rowsOf<{ hash: string }>(
    db,
    sql`select other.hash from exchange.contradictions other
        join exchange.joint_events landed on landed.stream = other.stream and landed.seq = other.seq
        where other.stream = ${stream} and other.seq = ${seq}
        order by other.landed_at < landed.landed_at desc, other.landed_at desc limit 1`,
  );
  if (!other) return false;
  const at = sql`stream = ${stream} and seq = ${seq}`;
  await db.execute(
    sql`insert into exchange.contradictions (stream, seq, hash, header, body, salt, landed_at)
        select stream, seq, coalesce(hash, ''), header, body, salt, landed_at from exchange.joint_events where ${at}
        on conflict do nothing`,
  );
  await db.execute(
    sql`update exchange.joint_events landed
        set hash = other.hash, header = other.header, body = other.body, salt = other.salt,
          landed_at = other.landed_at
        from exchange.contradictions other
        where landed.stream = ${stream} and landed.seq = ${seq}
          and other.stream = landed.stream and other.seq = landed.seq and other.hash = ${other.hash}`,
  );
  await db.execute(sql`delete from exchange.contradictions where ${at} and hash = ${other.hash}`);
  return true;
}
