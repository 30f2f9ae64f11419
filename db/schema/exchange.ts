/**
 * What arrives from the partner's node, and what became of it. These tables are named alike on a node and in its
 * gateway, since logical replication finds a table by its name.
 */
import { bigint, bigserial, index, pgSchema, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { Stream } from "../../domain/envelope";
import type { Country } from "../../domain/vocabulary";

export const exchange = pgSchema("exchange");

/**
 * Joint events as text. In a gateway: the own ones, for the partner to fetch. On a node: the partner's as received,
 * judged by nobody yet, so the primary key is the only constraint: any other one could stop the link.
 */
export const exchangedEvents = exchange.table(
  "joint_events",
  {
    stream: text().notNull(),
    seq: bigint({ mode: "number" }).notNull(),
    header: text(),
    body: text(),
    salt: text(),
    hash: text(),
    landedAt: timestamp("landed_at", { withTimezone: true }).defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.stream, table.seq] })],
);

/** Notices beside the log, insert-only: heartbeats, signed heads, positions. Each side prunes its own copy. */
export const notices = exchange.table(
  "notices",
  {
    country: text().notNull(),
    kind: text().notNull(),
    number: bigint({ mode: "number" }).notNull(),
    payload: text(),
    landedAt: timestamp("landed_at", { withTimezone: true }).defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.country, table.kind, table.number] })],
);

/** Rows that contradict one that landed before: the same seq with another hash. Evidence, never taken in. */
export const contradictions = exchange.table(
  "contradictions",
  {
    stream: text().notNull(),
    seq: bigint({ mode: "number" }).notNull(),
    hash: text().notNull(),
    header: text(),
    landedAt: timestamp("landed_at", { withTimezone: true }).defaultNow(),
    /** Kept too, since what was put right at the partner's arrives as another row at the same seq. */
    body: text(),
    salt: text(),
  },
  (table) => [primaryKey({ columns: [table.stream, table.seq, table.hash] })],
);

/** The next event of the partner's stream when it cannot be admitted, and what a person decided about it. */
export const heldEvents = exchange.table(
  "held_events",
  {
    stream: text().$type<Stream>().notNull(),
    seq: bigint({ mode: "number" }).notNull(),
    state: text().$type<"held" | "quarantined">().notNull(),
    reason: text().notNull(),
    since: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** `discard`: admit the header without its body; null while nobody has decided. */
    decision: text().$type<"discard">(),
    decidedBy: text("decided_by"),
    decisionReason: text("decision_reason"),
  },
  (table) => [primaryKey({ columns: [table.stream, table.seq] })],
);

/** Signed heads of both countries' joint streams, kept for ever: what each said its stream was. */
export const signedHeads = exchange.table(
  "signed_heads",
  {
    country: text().$type<Country>().notNull(),
    /** When it was signed, ISO 8601 UTC; never before the one before it. */
    at: text().notNull(),
    seq: bigint({ mode: "number" }).notNull(),
    hash: text().notNull(),
    /** The key that signed it. */
    key: text().notNull(),
    signature: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.country, table.at, table.seq, table.hash] }),
    index("signed_heads_seq").on(table.country, table.seq),
  ],
);

/** The public keys that sign heads, kept for ever: each either taken by a person, or signed by the key before it. */
export const signingKeys = exchange.table(
  "signing_keys",
  {
    country: text().$type<Country>().notNull(),
    /** SHA-256 of the public key, hex. */
    key: text().notNull(),
    publicKey: text("public_key").notNull(),
    /** From when on it signs, ISO 8601 UTC. */
    at: text().notNull(),
    /** The key before it; null for one that a person took. */
    signedBy: text("signed_by"),
    signature: text(),
  },
  (table) => [primaryKey({ columns: [table.country, table.key] })],
);

/** Who decided about, or opened, one of the partner's events that waited. Kept for ever: nothing here changes. */
export const decisions = exchange.table("decisions", {
  number: bigserial({ mode: "number" }).primaryKey(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  stream: text().notNull(),
  seq: bigint({ mode: "number" }).notNull(),
  action: text().$type<"retry" | "discard" | "open">().notNull(),
  reason: text(),
  username: text().notNull(),
  desk: text().notNull(),
  role: text().notNull(),
});
