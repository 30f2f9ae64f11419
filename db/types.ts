/** The doors between the database and the server: the log, receipts, projections. Implemented once for both drivers. */

import type { Actor } from "@/domain/actor";
import type { Draft } from "@/domain/decision";
import type { Stream, Vector } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import type { Change, Picture } from "@/domain/picture";
import type { Heads } from "@/domain/protocol/down";
import type { FoldMark, HistoryQuery } from "@/domain/protocol/up";
import type { TrackPoint } from "@/domain/unit/track";
import type { Country } from "@/domain/vocabulary";

export type Head = { seq: number; hash: string; clock: number };
export type HeadsByStream = Partial<Record<Stream, Head>>;

/** An event decided but not yet in the log: the append gives it seq, clock, seen, salt and hashes. */
export type Pending = { draft: Draft; actor: Actor; at: string };

export type Receipt = {
  account: string;
  commandId: string;
  /** SHA-256 of canonical {type, subject, body}. */
  fingerprint: string;
  events: { stream: Stream; seq: number }[];
};

/** What may be done while the append lock is held. Nothing is visible to others before the transaction commits. */
export interface AppendTransaction {
  /** Heads of all streams as locked. */
  readonly heads: HeadsByStream;
  /** Committed events past the vector, in causal order (landed partner rows included). */
  readAfter(vector: Vector, streams: readonly Stream[]): Promise<FullEvent[]>;
  receipts(keys: readonly { account: string; commandId: string }[]): Promise<Receipt[]>;
  /** Chains and hashes the pending events in the order given; returns them whole. Rows are written by `flush`. */
  chain(pending: readonly Pending[]): FullEvent[];
  /** Forgets what `chain` returned since the mark: for taking back one command of a batch. */
  mark(): number;
  rewind(mark: number): void;
  /** Writes chained events, receipts, and heads, and sends one wake-up. Called once, last. */
  flush(receipts: readonly Receipt[]): Promise<void>;
  /** Which of these session tokens are live now (checked once per batch). */
  liveSessions(tokens: readonly string[]): Promise<Set<string>>;
}

export interface Log {
  /** One transaction under the append lock; whatever throws inside rolls all of it back. */
  transact<Result>(work: (tx: AppendTransaction) => Promise<Result>): Promise<Result>;
  /** Events past the vector from one consistent snapshot, in causal order, at most `limit` when given. */
  readAfter(vector: Vector, streams: readonly Stream[], limit?: number): Promise<FullEvent[]>;
  /** The timeline of one subject as `country` holds it, newest first. */
  history(country: Country, query: HistoryQuery): Promise<FullEvent[]>;
  heads(): Promise<HeadsByStream>;
  /** Calls back after each wake-up (LISTEN) on the channel; reconnects by itself. */
  listen(channel: string, onWake: (payload: string) => void): Promise<() => Promise<void>>;
  notify(channel: string, payload: string): Promise<void>;
}

/** What a start needs instead of folding the whole log: everything as of `vector`. */
export type LoadedPicture = {
  picture: Picture;
  vector: Vector;
  /** Hash and seq where the vector stands, for going on with the chain. */
  heads: Heads;
  /** Every ref this country ever saw, archived and recalled incidents included. */
  refs: Set<string>;
  /** Every subject in the streams this country sees. */
  subjects: Set<string>;
  /** Where each recalled incident was recalled: what was withheld stays withheld after a restart. */
  recalls: { stream: Stream; subject: string; seq: number }[];
};

/**
 * The one projector of a process: boot tables, search and digests. Several processes may project the same log;
 * each write moves the stored vector in its own transaction, and a process that is behind leaves the tables alone.
 */
export interface Projections {
  /** Reads the projection; folds the log first when there is none or another fold version made it. */
  load(country: Country): Promise<LoadedPicture>;
  /** Remembers what a country's fold has just applied, and where it stands now. Cheap; writes nothing. */
  note(country: Country, changes: readonly Change[], at: { vector: Vector; mark: FoldMark }): void;
  /**
   * Writes what was noted, changed entities only, in one transaction per country, and now and then forgets digests
   * older than a day. Call it now and then, and at the end.
   */
  write(): Promise<void>;
  /** Deletes the projections and folds the log again: after a mismatch, or when the tables may be wrong. */
  dropAndRebuild(): Promise<void>;
}

export type TrackRow = { country: Country; unitId: string; point: TrackPoint };
export type TrackQuery = {
  country: Country;
  unitId: string;
  /** Milliseconds since 1970, both ends included. */
  fromMs?: number;
  toMs?: number;
  most: number;
};

/** Units' tracks: beside the log, thinned, and forgotten after some days. */
export interface Tracks {
  /** Writes points; one that is there already is left alone. */
  write(points: readonly TrackRow[]): Promise<void>;
  /** The newest `most` points of one unit, oldest first. */
  read(query: TrackQuery): Promise<TrackPoint[]>;
  /** Deletes points from before a moment, at most `most` at once; returns how many. */
  forget(beforeMs: number, most: number): Promise<number>;
}
