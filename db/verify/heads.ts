/** Verifies the signed heads that are kept: the chain of keys, each signature, and that the log says the same. */
import { sql } from "drizzle-orm";
import { streamOf } from "@/domain/envelope";
import type { Country } from "@/domain/vocabulary";
import { type Database, rowsOf } from "../database";
import { faultOfKey, faultOfSignature } from "../heads/keys";
import { keyIdOf, type SignedHead, type SigningKey } from "../heads/signature";
import { readKeys } from "../heads/store";
import type { Fault } from "./streams";

const pageSize = 1_000;

export type HeadsReport = {
  country: Country;
  keys: SigningKey[];
  count: number;
  last?: SignedHead;
  fault?: Fault;
};

export type HeadsOptions = {
  country: Country;
  /** Whether its stream is written here: then the log must reach every head. */
  isOwn: boolean;
  /** A public key that a person vouches for, from the node's own files: it must belong to the chain. */
  pinned?: string;
};

type Row = SignedHead & { logged: string | null };
type RawRow = Omit<Row, "seq"> & { seq: string | number };

/** Verifies all kept heads of a country, oldest first, up to the first fault. */
export async function verifyHeads(db: Database, options: HeadsOptions): Promise<HeadsReport> {
  const { country } = options;
  const keys = await readKeys(db, country);
  const report: HeadsReport = { country, keys, count: 0 };
  const wrongKey = faultOfChain(keys, options);
  if (wrongKey) return { ...report, fault: wrongKey };
  let previous: Row | undefined;
  for (;;) {
    const page: Row[] = await readPage(db, country, previous);
    for (const row of page) {
      const what = faultOfSignature(row, keys) ?? faultOfSaying(row, previous, options.isOwn);
      if (what) return { ...report, fault: { place: `head of ${country} signed at ${row.at}`, what } };
      report.count += 1;
      previous = row;
    }
    if (page.length < pageSize) break;
  }
  if (!previous) return report;
  const { logged: _, ...last } = previous;
  return { ...report, last };
}

function faultOfChain(keys: readonly SigningKey[], { country, pinned }: HeadsOptions): Fault | undefined {
  for (const [index, key] of keys.entries()) {
    const others = [...keys.slice(0, index), ...keys.slice(index + 1)];
    const what = faultOfKey(key, others);
    if (what) return { place: `signing key of ${country} since ${key.at}`, what };
  }
  if (pinned === undefined || keys.length === 0) return;
  const name = keyIdOf(pinned);
  if (keys.some(({ key }) => key === name)) return;
  return {
    place: `signing keys of ${country}`,
    what: "the key in this node's link folder is not among them",
  };
}

/** Compares a head with the log, and with the head before it. */
function faultOfSaying(row: Row, previous: Row | undefined, isOwn: boolean): string | null {
  if (row.logged !== null && row.logged !== row.hash) return `the log holds another event at seq ${row.seq}`;
  if (row.logged === null && isOwn) return `the log does not reach seq ${row.seq}`;
  if (previous && previous.seq === row.seq && previous.hash !== row.hash)
    return `another head of seq ${row.seq} says another hash`;
  return null;
}

async function readPage(db: Database, country: Country, after: Row | undefined): Promise<Row[]> {
  const { at = "", seq = 0, hash = "" } = after ?? {};
  const rows = await rowsOf<RawRow>(
    db,
    sql`select head.country, head.at, head.seq, head.hash, head.key, head.signature, event.hash as logged
        from exchange.signed_heads head
        left join joint_events event on event.stream = ${streamOf(country, "joint")} and event.seq = head.seq
        where head.country = ${country}
          and (head.at, head.seq, head.hash) > (${at}::text, ${seq}::bigint, ${hash}::text)
        order by head.at, head.seq, head.hash limit ${pageSize}`,
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}
