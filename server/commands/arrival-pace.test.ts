import { describe, expect, it } from "vitest";
import { mostRows } from "./admission";
import { ArrivalPace } from "./arrival-pace";

describe("the pace of a flood of arrivals", () => {
  it("gives own commands a transaction of their own between two pages, and no more than every other one", () => {
    const pace = new ArrivalPace();
    expect(pace.giveTurn(true)).toBe(false);
    pace.note({ rows: 32, tookMs: 10, more: true });
    expect([1, 2, 3, 4].map(() => pace.giveTurn(true))).toEqual([true, false, true, false]);
    pace.note({ rows: 3, tookMs: 2, more: false });
    expect(pace.giveTurn(true)).toBe(false);
  });

  it("takes pages only while no command waits", () => {
    const pace = new ArrivalPace();
    pace.note({ rows: 32, tookMs: 10, more: true });
    expect([1, 2, 3].map(() => pace.giveTurn(false))).toEqual([false, false, false]);
  });

  it("makes pages smaller when they take long and larger when they do not, within bounds", () => {
    const pace = new ArrivalPace();
    const note = (tookMs: number) => pace.note({ rows: pace.atMost, tookMs, more: true });
    const first = pace.atMost;
    note(1);
    expect(pace.atMost).toBe(first * 2);
    for (let turn = 0; turn < 10; turn += 1) note(1);
    expect(pace.atMost).toBe(mostRows);
    for (let turn = 0; turn < 10; turn += 1) note(500);
    expect(pace.atMost).toBeLessThan(first);
    expect(pace.atMost).toBeGreaterThan(0);
  });

  it("takes longer pages on a machine where own commands take longer", () => {
    const pace = new ArrivalPace();
    for (let turn = 0; turn < 30; turn += 1) pace.noteCommands(100);
    for (let turn = 0; turn < 10; turn += 1) pace.note({ rows: 32, tookMs: 50, more: true });
    expect(pace.atMost).toBeGreaterThanOrEqual(60);
  });

  it("rests between the pages of a flood, and not after its last", () => {
    const pace = new ArrivalPace();
    expect(pace.note({ rows: 32, tookMs: 10, more: true })).toBeGreaterThan(0);
    expect(pace.note({ rows: 32, tookMs: 10, more: false })).toBe(0);
  });
});
