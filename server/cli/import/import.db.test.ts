/** Runs the import tool against a running server. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort, type ServerProcess, spawnServer, temporaryFolder } from "@/tests/support/server";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const sample = (name: string) => path.join(root, "docs/sample", name);
const { folder, remove } = temporaryFolder();

let port: number;
let server: ServerProcess;

type Ended = { code: number | null; out: string; err: string };
type Running = { child: ChildProcess; ended: Promise<Ended>; waitFor: (text: string) => Promise<void> };

function start(args: string[], environment: Record<string, string> = {}): Running {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "server/cli/import.ts", ...args, "--url", server.address],
    {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let out = "";
  let err = "";
  child.stdout?.on("data", (part) => {
    out += part;
  });
  child.stderr?.on("data", (part) => {
    err += part;
    child.emit("output");
  });
  const ended = new Promise<Ended>(
    (resolve) => void child.once("close", (code) => resolve({ code, out, err })),
  );
  const waitFor = async (text: string) => {
    while (!err.includes(text)) await new Promise((resolve) => child.once("output", resolve));
  };
  return { child, ended, waitFor };
}

beforeAll(async () => {
  port = await freePort();
  server = await spawnServer({ PORT: String(port), SEKONG_DATA: folder });
});

afterAll(async () => {
  await server.terminate();
  remove();
});

test("a file is imported once, even when sent twice", async () => {
  const args = ["--as", "la.operator", sample("incidents-12.geojson")];
  expect(await start(args).ended).toMatchObject({
    code: 0,
    out: "12 sent, 0 already there, 0 refused, 0 bad rows\n",
  });
  expect(await start(args).ended).toMatchObject({
    code: 0,
    out: "0 sent, 12 already there, 0 refused, 0 bad rows\n",
  });
});

test("bad rows are reported with their line and do not affect other rows", async () => {
  const { code, out, err } = await start(["--as", "kh.officer", sample("incidents-with-errors.ndjson")])
    .ended;
  expect([code, out]).toEqual([1, "2 sent, 0 already there, 0 refused, 7 bad rows\n"]);
  expect(err.match(/^line \d+/gm)).toEqual([2, 3, 4, 5, 6, 7, 8].map((line) => `line ${line}`));
});

test("a wrong password, and an account that may not report, give one sentence", async () => {
  const file = sample("incidents-12.geojson");
  const wrong = await start(["--as", "kh.operator", file], { SEKONG_PASSWORD: "wrong" }).ended;
  expect(wrong).toEqual({ code: 1, out: "", err: "The username or the password is wrong.\n" });
  const auditor = await start(["--as", "kh.auditor", file]).ended;
  expect(auditor).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringMatching(/may not report incidents.*\n$/),
  });
});

test("a server that is killed and restarted meanwhile loses no row and imports none twice", async () => {
  const file = path.join(folder, "sixty.ndjson");
  const rows = readFileSync(sample("incidents-200.ndjson"), "utf8").split("\n").slice(0, 60);
  writeFileSync(file, rows.join("\n"));
  const running = start(["--as", "kh.operator", file]);
  await running.waitFor("50 of 60 rows");
  await server.kill();
  server = await spawnServer({ PORT: String(port), SEKONG_DATA: folder });
  expect(await running.ended).toMatchObject({
    code: 0,
    out: "60 sent, 0 already there, 0 refused, 0 bad rows\n",
  });
  const again = await start(["--as", "kh.operator", file]).ended;
  expect(again).toMatchObject({ code: 0, out: "0 sent, 60 already there, 0 refused, 0 bad rows\n" });
});
