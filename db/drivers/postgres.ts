/** The PostgreSQL driver: a pool for queries and a dedicated connection for LISTEN. */
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Pool } from "pg";
import type { Connection, ConnectOptions } from "../connection";
import type { Database } from "../database";
import { migrationsFolder } from "../migrate";
import * as schema from "../schema";
import { PostgresListener } from "./postgres-listener";

/** The key of the advisory lock for migrations, the same in every process. */
const migrationLock = 7_365_470;
/** How long a process that stalls in a transaction may delay the others. */
const stalledTransactionMs = 10_000;
const connectTimeoutMs = 5_000;
const defaultPoolSize = 10;

/** The database cannot be reached or used; the message is one sentence without the password. */
export class DatabaseUnusableError extends Error {
  override readonly name = "DatabaseUnusableError";
  constructor(databaseUrl: string, cause: unknown) {
    const address = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
    const where = address ? `${address.host}${address.pathname}` : "DATABASE_URL";
    super(`PostgreSQL at ${where} cannot be used: ${reasonOf(cause)}.`, { cause });
  }
}

/** The message of an error; Node reports failed attempts at several addresses as an aggregate without a message. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join("; ");
  return cause instanceof Error ? cause.message : String(cause);
}

export async function openPostgres(databaseUrl: string, options: ConnectOptions): Promise<Connection> {
  const onError = options.onError ?? (() => undefined);
  const pool = new Pool({
    connectionString: databaseUrl,
    max: options.poolSize ?? defaultPoolSize,
    connectionTimeoutMillis: connectTimeoutMs,
    idle_in_transaction_session_timeout: stalledTransactionMs,
    keepAlive: true,
    application_name: "sekong",
  });
  // A lost connection can emit several errors, in use or idle, and an unhandled one would end the process.
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", onError));
  try {
    await requireUtf8(pool);
    if (options.migrate ?? true) await migrateInTurn(pool);
  } catch (error) {
    await pool.end();
    throw new DatabaseUnusableError(databaseUrl, error);
  }
  const listener = new PostgresListener(databaseUrl, onError);
  let closing: Promise<void> | undefined;
  return {
    kind: "pg",
    db: openPool(pool),
    listen: (channel, onWake) => listener.listen(channel, onWake),
    close() {
      closing ??= listener.close().then(() => pool.end());
      return closing;
    },
  };
}

/**
 * The library never releases a connection whose `begin` has failed, so that an outage would exhaust the pool. So a
 * connection is released here, and one whose transaction threw is discarded.
 */
function openPool(pool: Pool): Database {
  const db = drizzle({ client: pool, schema });
  db.transaction = async (work, config) => {
    const client = await pool.connect();
    let isSound = false;
    try {
      const result = await drizzle({ client, schema }).transaction(work, config);
      isSound = true;
      return result;
    } finally {
      client.release(!isSound);
    }
  };
  return db;
}

/** Throws unless the encoding is UTF8, as a batch with Khmer or Lao text would fail. */
async function requireUtf8(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ server_encoding: string }>("show server_encoding");
  const encoding = rows[0]?.server_encoding;
  if (encoding !== "UTF8") throw new Error(`its encoding is ${encoding}, but it must be UTF8`);
}

async function migrateInTurn(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await migrate(drizzle({ client }), { migrationsFolder: migrationsFolder() });
  } finally {
    // Closing the connection releases the lock, also after a failed migration.
    client.release(true);
  }
}
