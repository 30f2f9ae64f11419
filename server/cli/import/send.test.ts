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
  code: "invalid" | "rate-limited" | "unavailable" | "conflict" | "forbidden" | "unauthenticated",
  reason?: string,
) =>
  ({
    ok: false,
    error: { code, message: `sentence of ${code}`, ...(reason ? { reason } : {}) },
  }) satisfies CommandAnswer;

/** A sender to a server that gives these answers in turn; "lost" is a lost connection. */
function importing(answers: (CommandAnswer | "lost")[]) {
  const clock = new FakeClock();
  const asked: { id: string; atMs: number }[] = [];
  const results: Result[] = [];
  const sender = new Sender({
    clock,
    rowsPerSecond: 10,
    connection: {
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

test("events that were in the log before are existing; later ones are sent", async () => {
  const { sender, results } = importing([
    ok(20),
    ok(21),
    refused("conflict", "subject-taken"),
    refused("invalid", "id-reused"),
  ]);
  for (const line of [1, 2, 3, 4]) await sender.send(line, commandOf(line));
  await sender.finish();
  expect(results.sort((a, b) => a.line - b.line)).toEqual([
    { line: 1, kind: "existing" },
    { line: 2, kind: "sent" },
    { line: 3, kind: "existing" },
    { line: 4, kind: "existing" },
  ]);
});

test("a row that is in the file twice is sent once", async () => {
  const { sender, asked, results } = importing([ok(21)]);
  await sender.send(1, commandOf(1));
  await sender.send(9, commandOf(1));
  await sender.finish();
  expect(asked).toHaveLength(1);
  expect(results.map(({ kind }) => kind).sort()).toEqual(["existing", "sent"]);
});

test("rows keep to the rate", async () => {
  const { sender, asked } = importing([]);
  for (let line = 1; line <= 40; line += 1) await sender.send(line, commandOf(line));
  await sender.finish();
  expect(asked).toHaveLength(40);
  expect(asked.at(-1)?.atMs).toBeGreaterThanOrEqual(3_900);
});

test("a row the server could not accept is sent again with the same id, with exponential backoff", async () => {
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

test("a refused row does not affect the others", async () => {
  const { sender, results } = importing([refused("forbidden"), ok(21)]);
  await sender.send(1, commandOf(1));
  await sender.send(2, commandOf(2));
  await sender.finish();
  expect(results).toEqual([
    { line: 1, kind: "refused", reason: "sentence of forbidden" },
    { line: 2, kind: "sent" },
  ]);
});

test("an ended session, or a server that accepts nothing, ends the import", async () => {
  const ended = importing([refused("unauthenticated")]);
  await ended.sender.send(1, commandOf(1));
  await expect(ended.sender.finish()).rejects.toThrow(ImportError);
  const silent = importing(Array.from({ length: 100 }, () => "lost" as const));
  await silent.sender.send(1, commandOf(1));
  await expect(silent.sender.finish()).rejects.toThrow(/no row is imported twice/);
  await expect(silent.sender.send(2, commandOf(2))).rejects.toThrow(ImportError);
});
