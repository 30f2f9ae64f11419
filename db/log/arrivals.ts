/** What has landed from the partner, and what the log says about the things it names. Read inside the append. */
import { type SQL, sql } from "drizzle-orm";
import type { Trace } from "@/domain/admission/history";
import type { Arrival, PartnerHead } from "@/domain/admission/judge";
import type { Stream } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { type Database, rowsOf } from "../database";

/** A landed row, and the decision of a person about it when it was held. */
export type Landed = Arrival & { discard: boolean /** Whether it was noted as held. */; held: boolean };

/** An event that cannot be admitted now: why, and since when this is known. */
export type HeldEvent = { stream: Stream; seq: number; state: "held" | "quarantined"; reason: string };

type RawArrival = {
  stream: string;
  seq: string | number;
  header: string | null;
  body: string | null;
  salt: string | null;
  hash: string | null;
  decision: string | null;
  held: boolean;
};

/** How much is read at once: so many rows, of so many bytes of text or one row that has more. */
export type ArrivalPage = { rows: number; bytes: number };

/**
 * Rows of a stream past a seq, oldest first. There is no gap between them, but the first may be past one: then what comes
 * before it is missing.
 */
export async function readArrivals(
  db: Database,
  stream: Stream,
  afterSeq: number,
  { rows: limit, bytes }: ArrivalPage,
): Promise<Landed[]> {
  const rows = await rowsOf<RawArrival>(
    db,
    sql`select landed.stream, landed.seq, header, body, salt, hash, held.decision, held.seq is not null as held
        from (
          select *, sum(coalesce(octet_length(header), 0) + coalesce(octet_length(body), 0)) over (order by seq) as total,
            row_number() over (order by seq) as position
          from (
            select * from exchange.joint_events where stream = ${stream} and seq > ${afterSeq} order by seq limit ${limit}
          ) as page
        ) as landed
        left join exchange.held_events held on held.stream = landed.stream and held.seq = landed.seq
        where total <= ${bytes} or position = 1
        order by landed.seq`,
  );
  const landed: Landed[] = [];
  for (const row of rows) {
    const last = landed.at(-1);
    if (last && Number(row.seq) !== last.seq + 1) break;
    const { header, body, salt, hash, decision, held } = row;
    const discard = decision === "discard";
    landed.push({
      stream: row.stream,
      seq: Number(row.seq),
      header: header ?? "",
      body,
      salt,
      hash: hash ?? "",
      discard,
      held,
    });
  }
  return landed;
}

/** Whether rows of a stream have landed past its head. Needs no lock: whoever then takes one looks again. */
export async function hasArrivals(db: Database, stream: Stream): Promise<boolean> {
  const [row] = await rowsOf<{ landed: boolean }>(
    db,
    sql`select exists (select from exchange.joint_events where stream = ${stream}
          and seq > coalesce((select seq from stream_heads where stream = ${stream}), 0)) as landed`,
  );
  return row?.landed === true;
}

type RawTrace = Omit<Trace, "seq" | "seen" | "clock"> & {
  subject: string;
  seq: string | number;
  seen: string | number;
  clock: string | number;
  about: string | null;
};

export type SubjectTrace = Trace & { subject: string /** For a proposal, its incident. */; about?: string };

const traceRows = (subjects: readonly string[]): SQL =>
  sql`select stream, seq, seen, clock, id, type, subject,
        case when type = 'proposal.made' then body::json ->> 'incidentId' end as about
      from joint_events where subject in (select json_array_elements_text(${JSON.stringify(subjects)}::json))`;

const traceOf = ({ seq, seen, clock, about, ...rest }: RawTrace): SubjectTrace => ({
  ...rest,
  seq: Number(seq),
  seen: Number(seen),
  clock: Number(clock),
  ...(about === null ? {} : { about }),
});

/** The headers of all joint events about these subjects. */
export async function readTraces(db: Database, subjects: readonly string[]): Promise<SubjectTrace[]> {
  if (subjects.length === 0) return [];
  return (await rowsOf<RawTrace>(db, traceRows(subjects))).map(traceOf);
}

export type EvidenceQuery = {
  /** The partner's joint stream, and this node's own. */
  stream: Stream;
  ownStream: Stream;
  subjects: readonly string[];
  ids: readonly string[];
  ownSeqs: readonly number[];
};

/** What judging a page of arrivals needs of the log. */
export type RecordedEvidence = {
  /** The last admitted event of the partner's stream, with what its writer had seen. */
  head: PartnerHead | undefined;
  traces: SubjectTrace[];
  /** Which of the ids the joint log holds. */
  taken: Set<string>;
  /** The clocks of the own stream's events at these seqs. */
  clocks: Map<number, number>;
};

type RawEvidence = {
  head: PartnerHead | null;
  traces: RawTrace[];
  taken: string[];
  clocks: [number, number][];
};

/** Read in one statement, since under the append lock each one delays what waits for it. */
export async function readEvidence(db: Database, query: EvidenceQuery): Promise<RecordedEvidence> {
  const { stream, ownStream, subjects, ids, ownSeqs } = query;
  const list = (values: readonly unknown[]) => sql`json_array_elements_text(${JSON.stringify(values)}::json)`;
  const [row] = await rowsOf<RawEvidence>(
    db,
    sql`select
      (select json_build_object('seq', seq, 'hash', hash, 'clock', clock, 'seen', seen)
        from joint_events where stream = ${stream} order by seq desc limit 1) as head,
      (select coalesce(json_agg(trace), '[]') from (${traceRows(subjects)}) as trace) as traces,
      (select coalesce(json_agg(id), '[]') from joint_events where id in (select ${list(ids)})) as taken,
      (select coalesce(json_agg(json_build_array(seq, clock)), '[]') from joint_events
        where stream = ${ownStream} and seq in (select (${list(ownSeqs)})::bigint)) as clocks`,
  );
  return {
    head: row?.head ?? undefined,
    traces: (row?.traces ?? []).map(traceOf),
    taken: new Set(row?.taken),
    clocks: new Map(row?.clocks),
  };
}

/**
 * Erases what the partner wrote about an incident before it recalled it (safeguard S10): in the log and among what
 * landed. Headers and hashes stay, so that the chain verifies.
 */
export async function eraseRecalled(
  db: Database,
  { stream, subject, seq }: Pick<FullEvent, "stream" | "subject" | "seq">,
): Promise<void> {
  const earlier = sql`stream = ${stream} and subject = ${subject} and seq < ${seq}`;
  await db.execute(
    sql`update exchange.joint_events set body = null, salt = null
        where stream = ${stream} and body is not null and seq in (select seq from joint_events where ${earlier})`,
  );
  await db.execute(
    sql`update exchange.contradictions set body = null, salt = null
        where stream = ${stream} and body is not null and seq in (select seq from joint_events where ${earlier})`,
  );
  await db.execute(
    sql`update joint_events set body = null, salt = null where ${earlier} and body is not null`,
  );
}

/** Remembers what cannot be admitted; the same row again changes nothing but its reason. */
export async function writeHeld(db: Database, { stream, seq, state, reason }: HeldEvent): Promise<void> {
  await db.execute(
    sql`insert into exchange.held_events (stream, seq, state, reason) values (${stream}, ${seq}, ${state}, ${reason})
        on conflict (stream, seq) do update set state = excluded.state, reason = excluded.reason
        where held_events.state <> excluded.state or held_events.reason <> excluded.reason`,
  );
}

/** Forgets what was held and has been admitted since. */
export async function clearHeld(db: Database, stream: Stream, throughSeq: number): Promise<void> {
  await db.execute(
    sql`delete from exchange.held_events where stream = ${stream} and seq <= ${throughSeq} and decision is null`,
  );
}
