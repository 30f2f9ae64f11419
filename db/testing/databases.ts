/** Opens an empty database of each kind for tests, and removes it afterwards. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { firstPrev } from "@/domain/hash";
import { startPostgres, type TestPostgres } from "@/tests/support/postgres";
import { connect } from "../connect";
import type { Connection } from "../connection";

export type TestDatabase = {
  /** Two connections to one empty database; the same one twice on the embedded database, which has only one. */
  first: Connection;
  second: Connection;
  drop(): Promise<void>;
};
export type TestDatabases = { create(): Promise<TestDatabase>; stop(): Promise<void> };

export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), "sekong-db-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** One embedded database per suite, as creating one takes seconds; it is emptied after each test. */
async function embeddedDatabases(): Promise<TestDatabases> {
  const { folder, remove } = temporaryFolder();
  const connection = await connect({ dataDir: folder });
  return {
    create: async () => ({ first: connection, second: connection, drop: () => empty(connection) }),
    stop: () => connection.close().finally(remove),
  };
}

async function empty({ db }: Connection): Promise<void> {
  const log = [
    "joint_events",
    "national_events",
    "exchange.signed_heads",
    "exchange.signing_keys",
    "exchange.decisions",
  ];
  for (const table of log) await db.execute(sql.raw(`alter table ${table} disable trigger all`));
  const rest = [
    "receipts",
    "digests",
    "projection_heads",
    "picture_state",
    "incident_search",
    "unit_tracks",
    "fence_notices",
    '"user" cascade',
  ];
  await db.execute(sql.raw(`truncate ${[...log, ...rest].join(", ")}`));
  await db.execute(sql`update stream_heads set seq = 0, clock = 0, hash = ${firstPrev}`);
  for (const table of log) await db.execute(sql.raw(`alter table ${table} enable trigger all`));
}

async function postgresDatabases(): Promise<TestDatabases> {
  const server: TestPostgres = await startPostgres();
  return {
    async create() {
      const options = { databaseUrl: await server.createDatabase(), dataDir: "" };
      const [first, second] = await Promise.all([connect(options), connect(options)]);
      const drop = () => Promise.all([first.close(), second.close()]).then(() => undefined);
      return { first, second, drop };
    },
    stop: () => server.stop(),
  };
}

/** Both kinds of database; every suite that uses a database runs on each. */
export const everyDatabase: readonly (readonly [string, () => Promise<TestDatabases>])[] = [
  ["PGlite", embeddedDatabases],
  ["PostgreSQL", postgresDatabases],
];
