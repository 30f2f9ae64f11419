/** Safeguard S2 in logs, tested with canaries: whatever fails, nothing that somebody wrote, nor a session, is logged. */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { newSubject, reportBody, signIn, TestScreen, until } from "@/tests/support/client";
import { startTestServer, type TestServer, temporaryFolder } from "@/tests/support/server";

const canary = "CANARY-of-what-somebody-wrote";
const commands = 60;

let server: TestServer;
let desk: TestScreen;
let cookie = "";
/** What anything wrote to standard output and standard error. */
const printed: string[] = [];

beforeAll(async () => {
  server = await startTestServer();
  ({ cookie } = await signIn(server.address, "kh.commander"));
  desk = await TestScreen.open(server.address, "kh.commander", { cookie });
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((chunk) => printed.push(String(chunk)) > 0);
  }
  for (const name of ["log", "info", "warn", "error", "debug"] as const) {
    vi.spyOn(console, name).mockImplementation((...parts) => void printed.push(inspect(parts, { depth: 9 })));
  }
});
afterEach(() => {
  server.logs.length = 0;
});
afterAll(async () => {
  vi.restoreAllMocks();
  desk.close();
  await server.remove().catch(() => undefined);
});

const report = () =>
  desk.command("incident.report", newSubject("KH"), reportBody({ note: { text: canary, lang: "en" } }));

/** Everything that reads or writes, each with a canary where it takes one. */
async function useEverything(): Promise<void> {
  const answers = await Promise.all(Array.from({ length: commands }, report));
  expect(answers.every((answer) => !answer.ok && answer.error.code === "unavailable")).toBe(true);
  const quiet = (promise: Promise<unknown>) => promise.catch(() => undefined);
  const post = (address: string, body: object) =>
    quiet(
      fetch(`${server.address}${address}`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie },
        body: JSON.stringify(body),
      }),
    );
  await Promise.all([
    signIn(server.address, "kh.operator"),
    signIn(server.address, canary, canary),
    post("/api/auth/sign-in/username", { username: canary, password: canary }),
    quiet(fetch(`${server.address}/api/session`, { headers: { cookie } })),
    quiet(fetch(`${server.address}/api/health`)),
    quiet(desk.history({ subject: newSubject("KH") })),
    quiet(desk.send("track", { unitId: newSubject("KH") })),
    quiet(desk.send(canary, { text: canary })),
  ]);
  const newcomer = TestScreen.dial(server.address, { cookie });
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  newcomer.close();
}

function expectNothingTold(): void {
  const logged = JSON.stringify(server.logs) + printed.join("");
  expect(server.logs.length).toBeGreaterThan(0);
  expect(logged).not.toContain("CANARY");
  expect(logged).not.toMatch(/\b(params|query)\b["']?:|insert into|select "/);
  for (const part of cookie.split(/[=;]/).filter((text) => text.length > 20)) {
    expect(logged).not.toContain(part);
    expect(logged).not.toContain(decodeURIComponent(part).split(".")[0]);
  }
  expect(server.logs.length).toBeLessThan(commands / 2);
}

async function tables(): Promise<string[]> {
  const found = await server.context.connection.db
    .select({ name: sql<string>`schemaname || '.' || quote_ident(tablename)` })
    .from(sql`pg_tables`)
    .where(sql`schemaname not in ('pg_catalog', 'information_schema')`);
  return found.map(({ name }) => name);
}

describe("S2 no content is logged", () => {
  it("when every write fails with the row in its message, as on a full disk", async () => {
    const { db } = server.context.connection;
    await db.execute(sql`create function fail_to_write() returns trigger language plpgsql as $$
      begin raise exception 'could not write %', coalesce(new::text, old::text)
        using errcode = '53100', detail = coalesce(new::text, old::text); end $$`);
    const names = await tables();
    for (const name of names) {
      await db.execute(
        sql.raw(`create trigger a_fault before insert or update or delete on ${name}
        for each row execute function fail_to_write()`),
      );
    }
    await useEverything();
    expect(JSON.stringify(server.logs)).toContain("53100");
    expectNothingTold();
    for (const name of names) await db.execute(sql.raw(`drop trigger a_fault on ${name}`));
    expect(await report()).toMatchObject({ ok: true });
  });

  it("when every read fails, and when the database is gone", async () => {
    const { connection } = server.context;
    await connection.close();
    await useEverything();
    expectNothingTold();
  });

  it("when an error is caught by nothing: it is logged, what was accepted is finished, and the process ends", async () => {
    const { folder, remove } = temporaryFolder();
    const child = spawn(process.execPath, ["--import", "tsx", path.resolve("tests/support/serve.ts")], {
      env: { ...process.env, PORT: "0", SEKONG_DATA: folder, SEKONG_EXERCISE: "off" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => output.push(String(part)));
    await until(() => output.join("").includes("address"), "the server is ready", 60_000);
    const { address } = JSON.parse(/\{"address.*\}/.exec(output.join(""))?.[0] ?? "{}");
    const screen = await TestScreen.open(address, "kh.operator");
    const answer = screen.command("incident.report", newSubject("KH"), reportBody(), randomUUID());
    const ended = new Promise<number | null>((resolve) => void child.once("exit", resolve));
    await answer;
    child.kill("SIGUSR2");
    expect(await ended).toBe(70);
    screen.close();
    remove();
    expect(output.join("")).toContain("an error that nothing caught");
    expect(output.join("")).not.toContain("CANARY");
  });
});
