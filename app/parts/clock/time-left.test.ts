import { expect, it } from "vitest";
import type { Clock } from "@/domain/clock/clock";
import { digits, timeLeft } from "./time-left";

const clock: Clock = {
  id: "KH-0",
  kind: "request-answer",
  about: "KH-1",
  incidentId: "KH-2",
  due: "LA",
  startedAt: "2026-10-14T00:00:00.000Z",
  dueAt: "2026-10-14T00:10:00.000Z",
  paused: false,
  acknowledged: {},
  national: false,
};
const at = (minutes: number) => Date.parse(clock.startedAt) + minutes * 60_000;

it.each([
  [4, { phase: "running", leftMs: 360_000, gone: 0.4 }],
  [5, { phase: "warning", leftMs: 300_000, gone: 0.5 }],
  [10, { phase: "alarm", leftMs: 0, gone: 1 }],
  [12, { phase: "alarm", leftMs: -120_000, gone: 1 }],
] as const)("after %d of ten minutes", (minutes, expected) => {
  expect(timeLeft(clock, at(minutes))).toEqual(expected);
});

it("has gone wholly when there was no time to begin with", () => {
  expect(timeLeft({ ...clock, dueAt: clock.startedAt }, at(0))).toEqual({
    phase: "alarm",
    leftMs: 0,
    gone: 1,
  });
});

it.each([
  [130_000, "02:10"],
  [-130_000, "02:10"],
  [4_570_000, "1:16:10"],
])("writes %d ms as %s", (ms, text) => {
  expect(digits(ms)).toBe(text);
});
