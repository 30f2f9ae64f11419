/** Measures the stored bytes per event, and the baseline: bare INSERTs of rows with the same bytes. */
import { rmSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import { Client } from "pg";
import { connect } from "@/db/connect";
import { rowsOf } from "@/db/database";
import { perSecond } from "./statistics";
import type { Storage } from "./target";

export type StoredBytes = { log: number; receipts: number; projections: number };

const groups: Record<keyof StoredBytes, readonly string[]> = {
  log: ["joint_events", "national_events"],
  receipts: ["receipts"],
  projections: ["projection_heads", "picture_state", "incident_search", "digests"],
};

/** Bytes per event, indexes included, by purpose. The server must have ended. */
export async function measureStored({ databaseUrl, dataDir }: Storage): Promise<StoredBytes> {
  const connection = await connect({ databaseUrl, dataDir, migrate: false });
  try {
    const sizes = await rowsOf<{ name: string; bytes: string | number }>(
      connection.db,
      sql`select relname as name, pg_total_relation_size(oid) as bytes from pg_class where relkind = 'r'`,
    );
    const [counted] = await rowsOf<{ events: string | number }>(
      connection.db,
      sql`select (select count(*) from joint_events) + (select count(*) from national_events) as events`,
    );
    const events = Number(counted?.events ?? 0);
    const per = (names: readonly string[]) => {
      const found = sizes.filter(({ name }) => names.includes(name));
      return Math.round(found.reduce((sum, { bytes }) => sum + Number(bytes), 0) / events);
    };
    return { log: per(groups.log), receipts: per(groups.receipts), projections: per(groups.projections) };
  } finally {
    await connection.close();
  }
}

type Insert = { insert: (rows: readonly string[]) => Promise<unknown>; close: () => Promise<void> };

const table = "create table bare_events (seq bigserial primary key, event text not null)";
const statement = "insert into bare_events (event) select unnest($1::text[])";

async function openBare({ databaseUrl, dataDir }: Storage): Promise<Insert> {
  if (databaseUrl) {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(table);
    return { insert: (rows) => client.query(statement, [rows]), close: () => client.end() };
  }
  const folder = path.join(dataDir, "bare");
  const database = await PGlite.create(folder);
  await database.query(table);
  const close = async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { insert: (rows) => database.query(statement, [rows]), close };
}

/** Measures rows per second with sequential INSERTs of `rowsEach` rows. */
export async function measureBareInsert(
  storage: Storage,
  event: string,
  plan: { rowsEach: number; seconds: number },
): Promise<number> {
  const { insert, close } = await openBare(storage);
  const rows = new Array<string>(plan.rowsEach).fill(event);
  const done: number[] = [];
  const until = performance.now() + plan.seconds * 1_000;
  while (performance.now() < until) {
    await insert(rows);
    const at = performance.now();
    for (const _ of rows) done.push(at);
  }
  await close();
  return perSecond(done);
}
