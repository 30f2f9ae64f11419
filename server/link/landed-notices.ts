/** Notices of the partner's node as they have landed here. Nobody has judged them: each reader parses what it reads. */
import { sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/database";
import type { Country } from "@/domain/vocabulary";

export type LandedNotice = {
  number: number;
  /** Undefined when it is no JSON. */
  payload: unknown;
  /** Since it landed, by the database's clock. Milliseconds. */
  ageMs: number;
  /** ISO 8601 UTC. */
  landedAt: string;
};

type RawNotice = { number: string | number; payload: string | null; age: string | number; landed: string };

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}

/** The newest notices of one kind past a number, newest first, at most `limit`. */
export async function readLandedNotices(
  db: Database,
  country: Country,
  kind: string,
  { after = 0, limit = 1 }: { after?: number; limit?: number } = {},
): Promise<LandedNotice[]> {
  const rows = await rowsOf<RawNotice>(
    db,
    sql`select number, payload, extract(epoch from now() - landed_at) * 1000 as age,
          to_char(landed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as landed
        from exchange.notices where country = ${country} and kind = ${kind} and number > ${after}
        order by number desc limit ${limit}`,
  );
  return rows.map(({ number, payload, age, landed }) => ({
    number: Number(number),
    payload: parsed(payload),
    ageMs: Math.max(0, Number(age)),
    landedAt: landed,
  }));
}
