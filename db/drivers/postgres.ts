/** The PostgreSQL driver: a pool for work and one connection of its own for listening. */
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Pool } from "pg";
import type { Connection, ConnectOptions } from "../connection";
import type { Database } from "../database";
import { migrationsFolder } from "../migrate";
import * as schema from "../schema";
import { PostgresListener } from "./postgres-listener";

/** Any number, the same in every process: migrations take turns on it. */
const migrationLock = 7_365_470;
/** A process that stalls while it holds the append lock must not hold up the others for longer. */
const stalledTransactionMs = 10_000;
const connectTimeoutMs = 5_000;
const defaultPoolSize = 10;

/** The database cannot be reached or used; the message is a sentence without the password. */
export class DatabaseUnusableError extends Error {
  override readonly name = "DatabaseUnusableError";
  constructor(databaseUrl: string, cause: unknown) {
    const address = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
    const where = address ? `${address.host}${address.pathname}` : "DATABASE_URL";
    super(`PostgreSQL at ${where} cannot be used: ${reasonOf(cause)}.`, { cause });
  }
}

/** Node reports several failed attempts at one host as an aggregate without a message. */
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
  // One lost connection can emit more than one error, checked out or idle; an unheard one would end the process.
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
 * The library never gives a connection back whose `begin` has failed, so that a pool would run dry in an outage, one
 * lost connection at a time. What threw is not used again, whatever state it is in.
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

/** Khmer and Lao text would otherwise fail the batch it comes in. */
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
    // Ending the connection frees the lock, whatever state a failed migration left it in.
    client.release(true);
  }
}
