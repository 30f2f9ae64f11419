/** Where signed heads and signing keys are kept for ever, of both countries alike. */
import { type SQL, sql } from "drizzle-orm";
import { streamOf } from "@/domain/envelope";
import type { Country } from "@/domain/vocabulary";
import { type Database, rowsOf } from "../database";
import { inOrder, takenKey } from "./keys";
import { beginning, keyIdOf, type SignedHead, type SigningKey } from "./signature";

type RawHead = Omit<SignedHead, "seq"> & { seq: string | number };

/** The keys of a country, in the order in which they sign. */
export async function readKeys(db: Database, country: Country): Promise<SigningKey[]> {
  return inOrder(
    await rowsOf<SigningKey>(
      db,
      sql`select country, key, public_key as "publicKey", at, signed_by as "signedBy", signature
          from exchange.signing_keys where country = ${country}`,
    ),
  );
}

/** Keeps a key whose place in the chain was checked; one that is kept already stays as it is. */
export async function keepKey(db: Database, one: SigningKey): Promise<void> {
  const { country, key, publicKey, at, signedBy, signature } = one;
  await db.execute(
    sql`insert into exchange.signing_keys (country, key, public_key, at, signed_by, signature)
        values (${country}, ${key}, ${publicKey}, ${at}, ${signedBy}, ${signature}) on conflict do nothing`,
  );
}

/** Keeps a public key that a person took: the first one of a node, or one that replaces a lost key from now on. */
export async function keepTakenKey(
  db: Database,
  country: Country,
  publicKey: string,
  now: string,
): Promise<void> {
  const known = await readKeys(db, country);
  if (known.some(({ key }) => key === keyIdOf(publicKey))) return;
  await keepKey(db, takenKey(country, publicKey, known.length === 0 ? beginning : now));
}

/** Kept heads of a country signed after a moment, oldest first, at most `limit`. */
export async function readSignedHeads(
  db: Database,
  country: Country,
  { after = "", limit }: { after?: string; limit: number },
): Promise<SignedHead[]> {
  const rows = await rowsOf<RawHead>(
    db,
    sql`select country, at, seq, hash, key, signature from exchange.signed_heads
        where country = ${country} and at > ${after} order by at, seq, hash limit ${limit}`,
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** The head that was signed last; undefined while there is none. */
export async function readLastSignedHead(db: Database, country: Country): Promise<SignedHead | undefined> {
  const [row] = await rowsOf<RawHead>(
    db,
    sql`select country, at, seq, hash, key, signature from exchange.signed_heads
        where country = ${country} order by at desc, seq desc limit 1`,
  );
  return row && { ...row, seq: Number(row.seq) };
}

/** Keeps heads whose signature was checked; those that are kept already stay as they are. */
export async function keepHeads(db: Database, heads: readonly SignedHead[]): Promise<void> {
  if (heads.length === 0) return;
  await db.execute(
    sql`insert into exchange.signed_heads (country, at, seq, hash, key, signature)
        select country, at, seq, hash, key, signature from json_to_recordset(${JSON.stringify(heads)}::json)
          as row (country text, at text, seq bigint, hash text, key text, signature text)
        on conflict do nothing`,
  );
}

/** Kept heads since a moment that say something else than the log, or than another kept head. */
const contradicting = (country: Country, since: string): SQL =>
  sql`from exchange.signed_heads head where country = ${country} and at >= ${since} and (
        exists (select from joint_events event
          where event.stream = ${streamOf(country, "joint")} and event.seq = head.seq and event.hash <> head.hash)
        or exists (select from exchange.signed_heads other
          where other.country = head.country and other.seq = head.seq and other.hash <> head.hash))`;

/** Notes every head since a moment that contradicts what is known: evidence that two histories were told. */
export async function noteContradictions(db: Database, country: Country, since: string): Promise<void> {
  await db.execute(
    sql`insert into exchange.contradictions (stream, seq, hash)
        select distinct ${streamOf(country, "joint")}, seq, hash ${contradicting(country, since)}
        on conflict do nothing`,
  );
}

/** When the first of the heads since a moment was signed that the admitted log does not reach yet. */
export async function readFirstAhead(
  db: Database,
  country: Country,
  since: string,
): Promise<string | undefined> {
  const [row] = await rowsOf<{ at: string | null }>(
    db,
    sql`select min(at) as at from exchange.signed_heads where country = ${country} and at >= ${since}
          and seq > (select seq from stream_heads where stream = ${streamOf(country, "joint")})`,
  );
  return row?.at ?? undefined;
}

/**
 * Whether the partner told two histories, or its gateway held what it may not. What somebody has decided about since,
 * on the link screen, is settled.
 */
export async function isContradicted(db: Database): Promise<boolean> {
  const [row] = await rowsOf<{ found: boolean }>(
    db,
    sql`select exists (select from exchange.contradictions told where not exists (
          select from exchange.decisions decided where decided.stream = told.stream and decided.seq = told.seq
            and decided.action <> 'open' and decided.at >= told.landed_at - interval '1 minute')) as found`,
  );
  return row?.found === true;
}
