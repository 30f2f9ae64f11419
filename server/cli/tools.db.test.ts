import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connect } from "@/db/connect";
import type { Connection } from "@/db/connection";
import { createLog } from "@/db/log/log";
import { createProjections } from "@/db/projections/projections";
import { temporaryFolder } from "@/db/testing/databases";
import { TestDesks } from "@/db/testing/desk";
import { startPostgres, type TestPostgres } from "@/tests/support/postgres";

type Ended = { code: number | null; out: string; err: string };

async function run(tool: string, args: string[], environment: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", path.join("server", "cli", `${tool}.ts`), ...args],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: { NODE_ENV: "test", PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    },
  );
  const ended: Ended = { code: null, out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    ended.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    ended.err += text;
  });
  const [code] = await once(child, "close");
  return { ...ended, code };
}

async function work(connection: Connection): Promise<void> {
  const projections = createProjections(connection);
  for (const country of ["KH", "LA"] as const) await projections.load(country);
  await new TestDesks(createLog(connection), projections).release("KH");
  await projections.write();
}

describe("npm run verify", () => {
  test("on the embedded database: refuses while it is open, then finds it sound, then names the first fault", async () => {
    const { folder, remove } = temporaryFolder();
    const environment = { SEKONG_DATA: folder };
    const connection = await connect({ dataDir: folder });
    await work(connection);
    const whileOpen = await run("verify", [], environment);
    expect(whileOpen).toMatchObject({ code: 2, out: "" });
    expect(whileOpen.err).toMatch(/^Sekong already runs on the data folder .*\n$/);
    await connection.close();

    const sound = await run("verify", [], environment);
    expect(sound).toMatchObject({ code: 0, err: "" });
    expect(sound.out).toMatch(/^KH\.joint +sound: seq 1, clock 1, head [0-9a-f]{64}$/m);
    expect(sound.out).toMatch(/^LA {2}fold \d+, .*digest [0-9a-f]{64}, projection equal at KH\.joint 1$/m);

    const again = await connect({ dataDir: folder });
    await again.db.execute(sql`alter table joint_events disable trigger all`);
    await again.db.execute(sql`update joint_events set body = replace(body, 'high', 'low')`);
    await again.close();
    const broken = await run("verify", [], environment);
    expect(broken.code).toBe(1);
    expect(broken.out).toContain("WRONG at KH.joint 1: its body and the body's hash differ.");
    remove();
  });

  test("reports when there is no database to verify", async () => {
    const { folder, remove } = temporaryFolder();
    const nothing = await run("verify", [], { SEKONG_DATA: folder });
    expect(nothing.code).toBe(2);
    expect(nothing.err).toMatch(/^There is no database in .*\n$/);
    remove();
  });
});

describe("on PostgreSQL", () => {
  let server: TestPostgres;
  let databaseUrl: string;
  let connection: Connection;
  const secret = "s".repeat(32);

  beforeAll(async () => {
    server = await startPostgres();
  });
  beforeEach(async () => {
    databaseUrl = await server.createDatabase();
    connection = await connect({ databaseUrl, dataDir: "" });
  });
  afterEach(() => connection.close());
  afterAll(() => server.stop());

  const admin = (args: string[], more: Record<string, string> = {}) =>
    run("admin", args, {
      DATABASE_URL: databaseUrl,
      SEKONG_SECRET: secret,
      SEKONG_COUNTRY: "KH",
      SEKONG_PASSWORD: "correct horse battery",
      ...more,
    });

  test("verify runs beside a server, and --rebuild repairs a projection", async () => {
    await work(connection);
    await connection.db.execute(sql`delete from picture_state where country = 'LA'`);
    const environment = { DATABASE_URL: databaseUrl };
    const wrong = await run("verify", [], environment);
    expect(wrong.code).toBe(1);
    expect(wrong.out).toMatch(/WRONG at projection of LA: incidents KH-.* is missing from it\./);
    expect((await run("verify", ["--rebuild"], environment)).code).toBe(0);
    expect((await run("verify", [], environment)).code).toBe(0);
  });

  test("admin creates the first account, lists it, disables and enables it, and changes its password", async () => {
    const made = await admin([
      "create",
      "--username",
      "kh.chief",
      "--role",
      "commander",
      "--desk",
      "KH-JOC-1",
      "--lang",
      "km",
    ]);
    expect(made).toEqual({ code: 0, out: "kh.chief (commander, KH-JOC-1) can sign in.\n", err: "" });
    const twice = await admin([
      "create",
      "--username",
      "kh.chief",
      "--role",
      "commander",
      "--desk",
      "KH-JOC-1",
    ]);
    expect(twice).toEqual({ code: 2, out: "", err: "An account named kh.chief exists already.\n" });
    expect((await admin(["disable", "--username", "kh.chief"])).code).toBe(0);
    expect((await admin(["list"])).out).toMatch(/^KH {2}kh\.chief +commander +KH-JOC-1 +km {2}disabled\n$/);
    expect((await admin(["enable", "--username", "kh.chief"])).code).toBe(0);
    expect((await admin(["password", "--username", "kh.chief"])).code).toBe(0);
    expect((await admin(["list"])).out).not.toContain("disabled");
    expect(await admin(["disable", "--username", "kh.nobody"])).toMatchObject({
      code: 2,
      err: "There is no account named kh.nobody.\n",
    });
  });

  test.each([
    ["an unknown command", ["everything"], {}, /^Usage: npm run admin/],
    [
      "a short password",
      ["create", "--username", "kh.a", "--role", "officer", "--desk", "KH-A"],
      { SEKONG_PASSWORD: "short" },
      /^A password needs 12/,
    ],
    [
      "no password and no terminal",
      ["create", "--username", "kh.a", "--role", "officer", "--desk", "KH-A"],
      { SEKONG_PASSWORD: "" },
      /^SEKONG_PASSWORD must be set/,
    ],
    ["no database", ["list"], { DATABASE_URL: "" }, /^DATABASE_URL must be set/],
  ])("admin refuses %s and changes nothing", async (_, args, environment, sentence) => {
    const ended = await admin(args, environment);
    expect(ended).toMatchObject({ code: 2, out: "" });
    expect(ended.err).toMatch(sentence);
    const { rows } = (await connection.db.execute(sql`select count(*)::int as count from "user"`)) as {
      rows: unknown[];
    };
    expect(rows).toEqual([{ count: 0 }]);
  });
});
