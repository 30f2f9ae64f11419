import { spawn } from "node:child_process";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPostgres, type TestPostgres } from "@/tests/support/postgres";
import { connect } from "./connect";
import { rowsOf } from "./database";
import { FolderInUseError } from "./folder-lock";
import { createLog } from "./log/log";
import { temporaryFolder } from "./testing/databases";
import { pendingOf } from "./testing/pending";

describe("the embedded database", () => {
  test("a second start on the same folder is refused with one sentence, and the first continues", async () => {
    const { folder, remove } = temporaryFolder();
    const first = await connect({ dataDir: folder });
    const refused = connect({ dataDir: folder });
    await expect(refused).rejects.toThrow(FolderInUseError);
    await expect(refused).rejects.toThrow(/^Sekong already runs on the data folder /);
    expect(await createLog(first).heads()).toMatchObject({ "KH.joint": { seq: 0 } });
    await first.close();
    remove();
  });

  test("the folder is unlocked after closing, and holds what was written", async () => {
    const { folder, remove } = temporaryFolder();
    const first = await connect({ dataDir: folder });
    const written = await createLog(first).transact(async (tx) => {
      const events = tx.chain([pendingOf("KH", "joint"), pendingOf("KH", "national")]);
      await tx.flush([]);
      return events;
    });
    await first.close();
    await first.close();
    const second = await connect({ dataDir: folder });
    expect(await createLog(second).readAfter({}, ["KH.joint", "KH.national"])).toEqual(written);
    await second.close();
    remove();
  });

  test("a killed process unlocks the folder and loses nothing it had committed", async () => {
    const { folder, remove } = temporaryFolder();
    const child = spawn(process.execPath, ["--import", "tsx", "db/testing/append-for-ever.ts", folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let committed = 0;
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      committed = Number(text.trim().split("\n").at(-1));
      if (committed >= 20) child.kill("SIGKILL");
    });
    await expect(once(child, "exit")).resolves.toEqual([null, "SIGKILL"]);
    const connection = await connect({ dataDir: folder });
    const { "KH.national": head } = await createLog(connection).heads();
    expect(head?.seq).toBeGreaterThanOrEqual(committed);
    await connection.close();
    remove();
  });
});

describe("PostgreSQL", () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  test("several processes may migrate at the same time", async () => {
    const options = { databaseUrl: await server.createDatabase(), dataDir: "" };
    const connections = await Promise.all([1, 2, 3, 4].map(() => connect(options)));
    const [first] = connections;
    const rows = first ? await rowsOf(first.db, sql`select hash from drizzle.__drizzle_migrations`) : [];
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
    await Promise.all(connections.map((connection) => connection.close()));
  });

  test("after lost connections work continues, and listeners are called for what they may have missed", async () => {
    const databaseUrl = await server.createDatabase();
    const lost: string[] = [];
    const connection = await connect({
      databaseUrl,
      dataDir: "",
      onError: ({ message }) => lost.push(message),
    });
    const log = createLog(connection);
    await log.heads();
    const wakes: (() => void)[] = [];
    const nextWake = () => new Promise<void>((resolve) => wakes.push(resolve));
    await log.listen("sekong_log", () => {
      for (const wake of wakes.splice(0)) wake();
    });

    const afterReconnecting = nextWake();
    await killConnections(databaseUrl);
    await afterReconnecting;
    expect(lost.length).toBeGreaterThan(0);

    const afterAppending = nextWake();
    await log.transact(async (tx) => {
      tx.chain([pendingOf("KH", "joint")]);
      await tx.flush([]);
    });
    await afterAppending;
    expect((await log.heads())["KH.joint"]?.seq).toBe(1);
    await connection.close();
  });

  test("a wrong address gives one sentence without the password", async () => {
    const url = new URL(await server.createDatabase());
    url.pathname = "/there_is_no_such_database";
    const failing = connect({ databaseUrl: url.href, dataDir: "" });
    await expect(failing).rejects.toThrow(
      `PostgreSQL at ${url.host}/there_is_no_such_database cannot be used: database "there_is_no_such_database" does not exist.`,
    );
    await expect(
      connect({ databaseUrl: "postgres://user:hidden@localhost:1/none", dataDir: "" }),
    ).rejects.toThrow(/^PostgreSQL at localhost:1\/none cannot be used: connect ECONNREFUSED [^@]*$/);
  });

  test("a database that cannot hold Khmer and Lao text is refused", async () => {
    const databaseUrl = await server.createDatabase("template template0 encoding 'LATIN1' locale 'C'");
    await expect(connect({ databaseUrl, dataDir: "" })).rejects.toThrow(
      /its encoding is LATIN1, but it must be UTF8\.$/,
    );
  });
});

async function killConnections(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await client.end();
}
