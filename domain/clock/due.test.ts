import { describe, expect, it } from "vitest";
import type { Clock } from "./clock";
import { clockAbout, dueFor, requestClocks } from "./due";

const request = "KH-00000000-0000-4000-8000-000000000003";
const clock = (part: Partial<Clock>): Clock => ({
  id: "KH-clock",
  kind: "request-answer",
  about: request,
  incidentId: "KH-incident",
  due: "LA",
  startedAt: "2026-10-14T00:00:00.000Z",
  dueAt: "2026-10-14T00:10:00.000Z",
  paused: false,
  acknowledged: {},
  national: false,
  ...part,
});

describe("the deadline that is shown", () => {
  const [paused, running] = [clock({ id: "a", paused: true }), clock({ id: "b" })];

  it("is the one that runs out first and runs", () => {
    expect(clockAbout([paused, running], request)).toBe(running);
    expect(clockAbout([paused], request)).toBe(paused);
    expect(clockAbout([running], "another")).toBeUndefined();
  });

  it("is the own side's where one side asks", () => {
    expect(dueFor([paused, running], "LA")).toBe(running);
    expect(dueFor([running], "KH")).toBeUndefined();
  });
});

describe("the deadlines of requests", () => {
  it("stand in the order in which they run out, each request once, the paused last", () => {
    const clocks = [
      clock({ id: "1", about: "paused", paused: true }),
      clock({ id: "2", about: "first" }),
      clock({ id: "3", about: "incident" }),
      clock({ id: "4", about: "second" }),
      clock({ id: "5", about: "first" }),
    ];
    const shown = requestClocks(clocks, (id) => id !== "incident");
    expect(shown.map(({ id }) => id)).toEqual(["2", "4", "1"]);
  });
});
