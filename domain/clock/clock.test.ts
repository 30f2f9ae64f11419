import { expect, it } from "vitest";
import { alarmSubject, type Clock, phaseOf } from "./clock";

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
const after = (seconds: number) => Date.parse(clock.startedAt) + seconds * 1_000;

it.each([
  [0, "running"],
  [299, "running"],
  [300, "warning"],
  [599, "warning"],
  [600, "alarm"],
  [6_000, "alarm"],
] as const)("K1 a deadline of ten minutes after %d s is %s", (seconds, phase) => {
  expect(phaseOf(clock, after(seconds))).toBe(phase);
  expect(phaseOf({ ...clock, paused: true }, after(seconds))).toBe("paused");
});

it("K1 one without time is in alarm at once", () => {
  expect(phaseOf({ ...clock, dueAt: clock.startedAt }, after(0))).toBe("alarm");
});

it("K1 its alarm's subject is the same on both nodes and another for each kind and thing", () => {
  const subjects = [
    alarmSubject("request-answer", "KH-1"),
    alarmSubject("request-read", "KH-1"),
    alarmSubject("request-answer", "LA-1"),
  ];
  expect(new Set(subjects).size).toBe(3);
  expect(subjects[0]).toMatch(/^KH-[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(alarmSubject("request-answer", "KH-1")).toBe(subjects[0]);
});
