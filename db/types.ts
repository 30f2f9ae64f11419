/** The interfaces between the database and the server: log, projections, tracks. Each works with both drivers. */
import type { Actor } from "@/domain/actor";
import type { Draft } from "@/domain/decision";
import type { FenceWarning } from "@/domain/drawing/fence";
import type { Stream, Vector } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import type { Change, Picture } from "@/domain/picture";
import type { Heads } from "@/domain/protocol/down";
import type { FoldMark, HistoryQuery } from "@/domain/protocol/up";
import type { TrackPoint } from "@/domain/unit/track";
import type { Country } from "@/domain/vocabulary";
import type {
  ArrivalPage,
  EvidenceQuery,
  HeldEvent,
  Landed,
  RecordedEvidence,
  SubjectTrace,
} from "./log/arrivals";

export type Head = { seq: number; hash: string; clock: number };
export type HeadsByStream = Partial<Record<Stream, Head>>;

/** An event that is decided and not yet in the log, which adds seq, clock, seen, salt and hashes. */
export type Pending = { draft: Draft; actor: Actor; at: string };

export type Receipt = {
  account: string;
  commandId: string;
  /** SHA-256 of canonical {type, subject, body}. */
  fingerprint: string;
  events: { stream: Stream; seq: number }[];
};

/** Reads that judging an arrival needs, and the note of what cannot be admitted. */
export interface ArrivalReads {
  /** Landed rows of a stream past a seq, oldest first, at most `limit`; without a gap, but perhaps after one. */
  landed(stream: Stream, afterSeq: number, page: ArrivalPage): Promise<Landed[]>;
  /** What the log holds of what a page of arrivals names. */
  evidence(query: EvidenceQuery): Promise<RecordedEvidence>;
  traces(subjects: readonly string[]): Promise<SubjectTrace[]>;
  /** Erases what a partner wrote about an incident before this recall of its. */
  erase(recall: Pick<FullEvent, "stream" | "subject" | "seq">): Promise<void>;
  hold(held: HeldEvent): Promise<void>;
  /** Forgets what was held up to a seq. */
  release(stream: Stream, throughSeq: number): Promise<void>;
}

/** A transaction that holds the append lock. Nothing of it is visible to others before it commits. */
export interface AppendTransaction {
  /** The heads of all streams when the lock was taken. */
  readonly heads: HeadsByStream;
  /** Committed events past the vector, in causal order. */
  readAfter(vector: Vector, streams: readonly Stream[]): Promise<FullEvent[]>;
  receipts(keys: readonly { account: string; commandId: string }[]): Promise<Receipt[]>;
  /** Chains and hashes the pending events in the order given; `flush` writes them. */
  chain(pending: readonly Pending[]): FullEvent[];
  /** What the log says about what has landed from the partner. */
  readonly arrivals: ArrivalReads;
  /** Appends an event of the partner's stream as it was written there, before anything is chained. */
  admit(event: FullEvent): void;
  /** The present position of the chain, for `rewind`. */
  mark(): number;
  /** Removes what was chained since the mark, so that one command of a batch can be reverted. */
  rewind(mark: number): void;
  /** Writes the chained events, the receipts and the heads, and notifies once. Called once, last. */
  flush(receipts: readonly Receipt[]): Promise<void>;
  /** Those of the session tokens that are live now. */
  liveSessions(tokens: readonly string[]): Promise<Set<string>>;
}

export interface Log {
  /** Runs one transaction under the append lock; rolls it back when the work throws. */
  transact<Result>(work: (tx: AppendTransaction) => Promise<Result>): Promise<Result>;
  /** Events past the vector from one consistent snapshot, in causal order, at most `limit` when given. */
  readAfter(vector: Vector, streams: readonly Stream[], limit?: number): Promise<FullEvent[]>;
  /** The events of one subject in the streams that a country sees, newest first. */
  history(country: Country, query: HistoryQuery): Promise<FullEvent[]>;
  heads(): Promise<HeadsByStream>;
  /** Calls back after each NOTIFY on the channel; resolves to an unsubscribe function. Reconnects by itself. */
  listen(channel: string, onWake: (payload: string) => void): Promise<() => Promise<void>>;
  notify(channel: string, payload: string): Promise<void>;
}

/** A country's projection as of `vector`, which a start reads instead of folding the whole log. */
export type LoadedPicture = {
  picture: Picture;
  vector: Vector;
  /** The heads at the vector, which the feed verifies the next events against. */
  heads: Heads;
  /** Every ref this country has seen, including those of archived and recalled incidents. */
  refs: Set<string>;
  /** Every subject in the streams this country sees. */
  subjects: Set<string>;
  /** The seq of each recall, so that what it withholds stays withheld after a restart. */
  recalls: { stream: Stream; subject: string; seq: number }[];
};

/**
 * The projector of a process: pictures to start from, search and digests. Several processes may project the same log:
 * each write updates the stored vector in its transaction, and a process that is behind writes nothing.
 */
export interface Projections {
  /** Reads the projection; rebuilds it first when there is none of this fold version. */
  load(country: Country): Promise<LoadedPicture>;
  /** Records in memory what a country's fold has applied, and its vector and digest then. */
  note(country: Country, changes: readonly Change[], at: { vector: Vector; mark: FoldMark }): void;
  /**
   * Writes what was noted, changed entities only, in one transaction per country, and sometimes deletes digests older
   * than a day. To be called periodically, and at the end.
   */
  write(): Promise<void>;
  /** Replaces the projections by a fold of the log, after a mismatch was found. */
  dropAndRebuild(): Promise<void>;
}

export type TrackRow = { country: Country; unitId: string; point: TrackPoint };
export type TrackQuery = {
  country: Country;
  unitId: string;
  /** Milliseconds since 1970, both ends included. */
  fromMs?: number;
  toMs?: number;
  limit: number;
};

/** Units' tracks: outside the log, thinned, and deleted after some days. */
export interface Tracks {
  /** Writes points; one that exists already is left unchanged. */
  write(points: readonly TrackRow[]): Promise<void>;
  /** The newest `limit` points of one unit, oldest first. */
  read(query: TrackQuery): Promise<TrackPoint[]>;
  /** Deletes points before a moment, at most `limit` of them; returns how many. */
  deleteBefore(beforeMs: number, limit: number): Promise<number>;
}

/** One unit that crossed the edge of a watched area. */
export type FenceRow = {
  id: string;
  /** The centre that is told. */
  centre: Country;
  drawing: string;
  label?: string;
  warning: FenceWarning;
  unit: string;
  callsign: string;
  /** The unit's own country. */
  country: Country;
  /** Milliseconds since 1970. */
  at: number;
};

/** What watched areas have warned of: outside the log, until a desk has seen it or for a day. */
export interface Fences {
  /** Keeps what is told; what is known already within that time, from another process, is left out. */
  tell(rows: readonly FenceRow[], sameWithinMs: number): Promise<void>;
  /** The newest that no desk of a centre has seen, at most `limit`, the newest first. */
  unseen(centre: Country, sinceMs: number, limit: number): Promise<FenceRow[]>;
  /** Notes that a desk of the centre has seen them. */
  see(centre: Country, ids: readonly string[], desk: string, atMs: number): Promise<void>;
  forget(ids: readonly string[]): Promise<void>;
  deleteBefore(beforeMs: number): Promise<void>;
}
