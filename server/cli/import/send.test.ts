import { expect, test } from "vitest";
import type { CommandAnswer } from "@/domain/protocol/down";
import type { ReportCommand } from "./report";
import { type Clock, type Result, Sender } from "./send";
import { ImportError } from "./session";

class FakeClock implements Clock {
  #now = 0;
  nowMs = () => this.#now;
  wait = async (ms: number) => {
    this.#now += ms;
  };
}

const commandOf = (number: number): ReportCommand => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
  type: "incident.report",
  subject: "KH-00000000-0000-4000-8000-000000000000",
  body: { kind: "timber", impact: "low", place: { lng: 106, lat: 13.9 }, occurredAt: "2026-11-20T01:00:00Z" },
});

const ok = (seq: number): CommandAnswer => ({ ok: true, events: [{ stream: "KH.national", seq }] });
const refused = (
  code: "rate-limited" | "unavailable" | "conflict" | "forbidden" | "unauthenticated",
  reason?: string,
) =>
  ({
    ok: false,
    error: { code, message: `sentence of ${code}`, ...(reason ? { reason } : {}) },
  }) satisfies CommandAnswer;

/** A server that gives these answers in turn; "lost" is a connection that broke. */
function importing(answers: (CommandAnswer | "lost")[]) {
  const clock = new FakeClock();
  const asked: { id: string; atMs: number }[] = [];
  const results: Result[] = [];
  const sender = new Sender({
    clock,
    rowsPerSecond: 10,
    wire: {
      heads: { "KH.national": { seq: 20, hash: "" } },
      command: async ({ id }) => {
        asked.push({ id, atMs: clock.nowMs() });
        const answer = answers.shift() ?? ok(1_000);
        if (answer === "lost") throw new Error("disconnected");
        return answer;
      },
    },
    onResult: (result) => void results.push(result),
  });
  return { sender, asked, results, clock };
}

test("what the log held before is already there; what comes after is sent", async () => {
  const { sender, results } = importing([ok(20), ok(21), refused("conflict", "subject-taken")]);
  for (const line of [1, 2, 3]) await sender.send(line, commandOf(line));
  await sender.finish();
  expect(results.sort((a, b) => a.line - b.line)).toEqual([
    { line: 1, kind: "there" },
    { line: 2, kind: "sent" },
    { line: 3, kind: "there" },
  ]);
});

test("a row that stands twice in the file is sent once", async () => {
  const { sender, asked, results } = importing([ok(21)]);
  await sender.send(1, commandOf(1));
  await sender.send(9, commandOf(1));
  await sender.finish();
  expect(asked).toHaveLength(1);
  expect(results.map(({ kind }) => kind).sort()).toEqual(["sent", "there"]);
});

test("rows keep the pace", async () => {
  const { sender, asked } = importing([]);
  for (let line = 1; line <= 40; line += 1) await sender.send(line, commandOf(line));
  await sender.finish();
  expect(asked).toHaveLength(40);
  expect(asked.at(-1)?.atMs).toBeGreaterThanOrEqual(3_900);
});

test("a row the server could not take is sent again with the same id, after a pause that grows", async () => {
  const { sender, asked, results } = importing([
    refused("rate-limited"),
    refused("unavailable"),
    "lost",
    ok(21),
  ]);
  await sender.send(1, commandOf(1));
  await sender.finish();
  expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
  const pauses = asked.slice(1).map(({ atMs }, index) => atMs - (asked[index]?.atMs ?? 0));
  expect(pauses).toEqual([500, 1_000, 2_000]);
  expect(results).toEqual([{ line: 1, kind: "sent" }]);
});

test("a refusal costs its row and no other", async () => {
  const { sender, results } = importing([refused("forbidden"), ok(21)]);
  await sender.send(1, commandOf(1));
  await sender.send(2, commandOf(2));
  await sender.finish();
  expect(results).toEqual([
    { line: 1, kind: "refused", reason: "sentence of forbidden" },
    { line: 2, kind: "sent" },
  ]);
});

test("an ended session and a server that takes nothing end the import", async () => {
  const ended = importing([refused("unauthenticated")]);
  await ended.sender.send(1, commandOf(1));
  await expect(ended.sender.finish()).rejects.toThrow(ImportError);
  const silent = importing(Array.from({ length: 100 }, () => "lost" as const));
  await silent.sender.send(1, commandOf(1));
  await expect(silent.sender.finish()).rejects.toThrow(/nothing is sent twice/);
  await expect(silent.sender.send(2, commandOf(2))).rejects.toThrow(ImportError);
});
