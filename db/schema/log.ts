/** The log: a table of joint and one of national events, the heads, which are also its lock, and receipts. */
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import type { Stream } from "../../domain/envelope";

/** Text throughout, so that exactly what was hashed is stored; jsonb would reorder it. */
const eventColumns = () => ({
  stream: text().$type<Stream>().notNull(),
  seq: bigint({ mode: "number" }).notNull(),
  clock: bigint({ mode: "number" }).notNull(),
  seen: bigint({ mode: "number" }).notNull(),
  id: text().notNull().unique(),
  at: text().notNull(),
  /** Canonical JSON of the actor. */
  actor: text().notNull(),
  type: text().notNull(),
  subject: text().notNull(),
  /** The canonical text that `hash` covers. */
  header: text().notNull(),
  /** Canonical JSON; null when erased, together with the salt. */
  body: text(),
  salt: text(),
  bodyHash: text("body_hash").notNull(),
  prev: text().notNull(),
  hash: text().notNull(),
});

/** Joint events, which the partner's node holds too. */
export const jointEvents = pgTable(
  "joint_events",
  {
    ...eventColumns(),
    /** Admitted without its body by a person's decision: every fold passes over it. */
    discarded: boolean(),
  },
  (table) => [
    primaryKey({ columns: [table.stream, table.seq] }),
    index("joint_events_subject").on(table.subject),
  ],
);

/** National events, which never leave their country: this table is in no replication. */
export const nationalEvents = pgTable("national_events", eventColumns(), (table) => [
  primaryKey({ columns: [table.stream, table.seq] }),
  index("national_events_subject").on(table.subject),
]);

/** One row per stream, inserted by the first migration; locking them all is the append lock. */
export const streamHeads = pgTable("stream_heads", {
  stream: text().$type<Stream>().primaryKey(),
  seq: bigint({ mode: "number" }).notNull(),
  hash: text().notNull(),
  clock: bigint({ mode: "number" }).notNull(),
});

/** The events of each committed command, so that the same command id sent again changes nothing. */
export const receipts = pgTable(
  "receipts",
  {
    account: text().notNull(),
    commandId: text("command_id").notNull(),
    fingerprint: text().notNull(),
    events: jsonb().$type<{ stream: Stream; seq: number }[]>().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.account, table.commandId] })],
);

/** The digest at each vector, to tell later which side was wrong. */
export const digests = pgTable(
  "digests",
  {
    country: text().notNull(),
    /** Canonical JSON of the vector. */
    vector: text().notNull(),
    foldVersion: integer("fold_version").notNull(),
    digest: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.country, table.foldVersion, table.vector] }),
    index("digests_at").on(table.at),
  ],
);
