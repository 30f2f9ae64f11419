/** The demonstration as a person starts it: one command, two nodes, a line that can be cut. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LineState } from "@/scripts/two-nations/line";
import { newSubject, reportBody, signIn, TestScreen, until } from "@/tests/support/client";
import { freePort, temporaryFolder } from "@/tests/support/server";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** A first start builds the pages. */
const startsWithinMs = 600_000;
/** Each side says within this time that the line is down. */
const saysDownWithinMs = 12_000;

type Command = { child: ChildProcess; readiness: string; exited: Promise<number | null> };

/** Starts the command; resolves once it has printed its one line. */
async function start(port: number, folder: string): Promise<Command> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/two-nations/index.ts"], {
    cwd: root,
    env: { ...process.env, PORT: String(port), SEKONG_DATA: folder, SEKONG_EXERCISE: "off" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const errors: string[] = [];
  child.stderr.on("data", (part) => errors.push(String(part)));
  const exited = new Promise<number | null>((resolve) => void child.once("exit", resolve));
  const readiness = await Promise.race([
    new Promise<string>((resolve) => void createInterface({ input: child.stdout }).once("line", resolve)),
    exited.then((code) => {
      throw new Error(`the command ended with ${code}\n${errors.join("")}`);
    }),
  ]);
  return { child, readiness, exited };
}

const { folder, remove } = temporaryFolder();
let port: number;
let command: Command;
const address = (offset: number) => `http://127.0.0.1:${port + offset}`;

async function setLine(state: LineState): Promise<void> {
  const response = await fetch(`${address(2)}/line`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ state }),
  });
  expect(await response.json()).toMatchObject({ state });
}

beforeAll(async () => {
  port = await freePort();
  command = await start(port, folder);
}, startsWithinMs);

afterAll(async () => {
  command?.child.kill("SIGTERM");
  await command?.exited;
  remove();
}, 60_000);

describe("the demonstration of two nations", () => {
  it("prints one line once both serve", () => {
    expect(command.readiness).toBe(
      `Sekong is ready: KH ${address(0)} · LA ${address(1)} · line ${address(2)}`,
    );
  });

  it("has each country's demo accounts on its own node only, with cookies of their own names", async () => {
    const own = await signIn(address(0), "kh.operator");
    expect(own.status).toBe(200);
    expect(own.cookie).toMatch(/^sekong-kh\./);
    expect((await signIn(address(1), "la.operator")).cookie).toMatch(/^sekong-la\./);
    expect((await signIn(address(0), "la.operator")).status).toBe(401);
    expect((await signIn(address(1), "kh.operator")).status).toBe(401);
  });

  it("says EXERCISE and offers the own country's accounts", async () => {
    const page = await (await fetch(`${address(0)}/sign-in`)).text();
    expect(page).toContain("kh.commander");
    expect(page).not.toContain("la.commander");
  });

  it("works on through a cut, and what was released meanwhile arrives after it", async () => {
    const operator = await TestScreen.open(address(0), "kh.operator");
    const commander = await TestScreen.open(address(0), "kh.commander");
    const lao = await TestScreen.open(address(1), "la.commander");
    const release = async () => {
      const subject = newSubject("KH");
      await operator.must("incident.report", subject, reportBody());
      await operator.must("release.request", subject);
      await commander.must("release.approve", subject);
      return subject;
    };
    const arrives = (subject: string) =>
      until(() => lao.fold.picture.incidents.has(subject), "the incident in Laos", 30_000);
    const bothSay = (state: string, withinMs: number) =>
      until(
        () => [commander, lao].every(({ heads }) => heads?.partner.state === state),
        `both say ${state}`,
        withinMs,
      );

    await bothSay("live", 15_000);
    await arrives(await release());
    await setLine("cut");
    await bothSay("down", saysDownWithinMs);
    const during = await release();
    expect(lao.fold.picture.incidents.has(during)).toBe(false);
    await setLine("up");
    await arrives(during);
    await bothSay("live", 30_000);
    for (const screen of [operator, commander, lao]) screen.close();
  });

  it("goes on where it was after kill -9, and ends cleanly on SIGTERM", { timeout: 240_000 }, async () => {
    const before = await TestScreen.open(address(1), "la.commander");
    const held = [...before.fold.picture.incidents.keys()];
    before.close();
    expect(held.length).toBeGreaterThan(0);
    command.child.kill("SIGKILL");
    await command.exited;
    command = await start(port, folder);
    const after = await TestScreen.open(address(1), "la.commander");
    expect([...after.fold.picture.incidents.keys()]).toEqual(expect.arrayContaining(held));
    after.close();
    command.child.kill("SIGTERM");
    expect(await command.exited).toBe(0);
    await expect(fetch(address(0))).rejects.toThrow();
  });
});
