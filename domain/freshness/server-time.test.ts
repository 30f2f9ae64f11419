import { expect, test } from "vitest";
import { type TimeOffset, timeOfFix, withSample, wrongClock } from "./server-time";

const after = (...samples: number[]): number => {
  const estimate = samples.reduce<TimeOffset | undefined>(
    (before, sample) => withSample(before, sample),
    undefined,
  );
  return estimate?.offsetMs ?? Number.NaN;
};
const minute = 60_000;

test("T1 a late message does not pull the server's time back: the least delayed sample counts", () => {
  expect(after(-420_030, -420_900, -420_010, -421_500)).toBe(-420_010);
});

test("T1 a delay is forgotten once as many samples came without it, and old ones go", () => {
  expect(after(400, ...Array.from({ length: 14 }, () => 0))).toBe(400);
  expect(after(400, ...Array.from({ length: 15 }, () => 0))).toBe(0);
});

test("T1 a device whose clock is set is followed at once, in either direction", () => {
  expect(after(0, 0, 7 * minute)).toBe(7 * minute);
  expect(after(0, 0, -7 * minute)).toBe(-7 * minute);
  // One message that was ten seconds on its way is corrected by the next.
  expect(after(0, -10_000, 0)).toBe(0);
});

test.each([
  [0, undefined],
  [30_000, undefined],
  [-30_000, undefined],
  [30_001, { direction: "slow", byMs: 30_001 }],
  [-7 * minute, { direction: "fast", byMs: 7 * minute }],
  [12 * minute, { direction: "slow", byMs: 12 * minute }],
])("T1 a device whose server is %i ms ahead is called %o", (offsetMs, expected) => {
  expect(wrongClock(offsetMs)).toEqual(expected);
});

test.each([
  ["a right device, a fresh reading", 0, 0, 0],
  ["a right device, a reading of ten minutes ago", 0, -10 * minute, 10 * minute],
  ["a right device, a stamp that is ahead", 0, 2 * minute, 0],
  ["a fast device, a fresh reading", -7 * minute, 0, 0],
  ["a fast device, a reading of ten minutes ago", -7 * minute, -10 * minute, 10 * minute],
  ["a fast device whose receiver stamps the satellites' time", -7 * minute, -7 * minute - 2_000, 2_000],
  ["a slow device, a fresh reading", 12 * minute, 0, 0],
  ["a slow device, a reading of ten minutes ago", 12 * minute, -10 * minute, 10 * minute],
  ["a slow device whose receiver stamps the satellites' time", 12 * minute, 12 * minute - 2_000, 2_000],
])("T3 the age of %s", (_, offsetMs, stampMs, age) => {
  const device = Date.parse("2026-10-14T00:42:00.000Z");
  expect(device + offsetMs - timeOfFix(device + stampMs, device, offsetMs)).toBe(age);
});
