import { describe, expect, it } from "vitest";
import { destination } from "../geo";
import {
  type FenceWarning,
  hasExpired,
  inForce,
  isWithin,
  type Standing,
  sideOf,
  stepStanding,
  warningOf,
} from "./fence";
import type { DrawingGeometry } from "./schema";

/** A square of the Siem Pang forest with a clearing in its middle. */
const square: DrawingGeometry = {
  type: "Polygon",
  coordinates: [
    [
      [106, 14],
      [107, 14],
      [107, 15],
      [106, 15],
      [106, 14],
    ],
    [
      [106.4, 14.4],
      [106.6, 14.4],
      [106.6, 14.6],
      [106.4, 14.6],
      [106.4, 14.4],
    ],
  ],
};

describe("isWithin", () => {
  it.each([
    ["inside", 106.1, 14.1, true],
    ["west of it", 105.99, 14.1, false],
    ["north of it", 106.5, 15.01, false],
    ["in the clearing", 106.5, 14.5, false],
    ["beyond the clearing", 106.7, 14.5, true],
  ])("%s", (_, lng, lat, within) => {
    expect(isWithin(square, { lng, lat })).toBe(within);
  });

  it("knows no inside of a line or a point", () => {
    expect(isWithin({ type: "Point", coordinates: [106, 14] }, { lng: 106, lat: 14 })).toBe(false);
  });
});

/** On the western edge, so many metres east of it. */
const beside = (eastM: number) => destination({ lng: 106, lat: 14.2 }, Math.abs(eastM), eastM < 0 ? 270 : 90);
const fix = (eastM: number, accuracyM?: number) => ({ ...beside(eastM), atMs: 0, accuracyM });

describe("sideOf", () => {
  it.each([
    ["outside by 300 m, accurate to 10", -300, 10, "outside"],
    ["outside by 300 m, accurate to 1 500", -300, 1_500, undefined],
    ["inside by 300 m, accurate to 1 500", 300, 1_500, undefined],
    ["inside by 1 600 m, accurate to 1 500", 1_600, 1_500, "inside"],
    ["inside by 30 m, of unknown accuracy", 30, undefined, "inside"],
    ["inside by 12 m, said to be accurate to 1", 12, 1, undefined],
  ])("%s", (_, eastM, accuracyM, side) => {
    expect(sideOf(square, fix(eastM, accuracyM))).toBe(side);
  });

  it("counts the edge of a hole as an edge", () => {
    expect(sideOf(square, { lng: 106.41, lat: 14.5, atMs: 0, accuracyM: 2_000 })).toBeUndefined();
    expect(sideOf(square, { lng: 106.5, lat: 14.5, atMs: 0, accuracyM: 2_000 })).toBe("outside");
  });

  it("tells nothing of a line or a point", () => {
    expect(sideOf({ type: "Point", coordinates: [106, 14] }, fix(300))).toBeUndefined();
  });
});

/** What is decided of a unit whose fixes come one a second, each so many metres east of the edge. */
function crossings(fixes: readonly (readonly [eastM: number, accuracyM?: number])[]) {
  let known: Standing = {};
  return fixes.flatMap(([eastM, accuracyM], index) => {
    const side = sideOf(square, fix(eastM, accuracyM));
    const { standing, crossing } = stepStanding(known, side, index * 1_000);
    known = standing;
    return crossing ? [[crossing.to, crossing.atMs / 1_000]] : [];
  });
}

describe("R10 a crossing", () => {
  it("is decided by two consecutive fixes, from the first of them", () => {
    expect(crossings([[-300], [100]])).toEqual([]);
    expect(crossings([[-300], [100], [200], [300]])).toEqual([["inside", 1]]);
    expect(crossings([[300], [-100], [-200]])).toEqual([["outside", 1]]);
  });

  it("is not made by one stray fix, nor by many with true ones between", () => {
    expect(crossings([[-300], [500], [-300], [500], [-300], [500], [-300]])).toEqual([]);
  });

  it("is not made by a fix that cannot tell, which undoes nothing either", () => {
    expect(crossings([[-300], [200, 1_500], [200, 1_500], [200, 1_500]])).toEqual([]);
    expect(crossings([[-300], [200, 10], [200, 1_500], [200, 10]])).toEqual([["inside", 1]]);
  });

  it("is not made by a unit that stands on the edge, whatever its device believes", () => {
    const swaying = Array.from({ length: 200 }, (_, index) => [19 * Math.sin(index * 1.7), 5] as const);
    expect(crossings([[-300], ...swaying])).toEqual([]);
    expect(crossings([[300], ...swaying, [300]])).toEqual([]);
    const coarse = Array.from({ length: 200 }, (_, index) => [70 * Math.sin(index * 1.7), 75] as const);
    expect(crossings([[-300], ...coarse])).toEqual([]);
  });

  it("is none for a unit first heard of inside, and one when it goes", () => {
    expect(crossings([[300], [400]])).toEqual([]);
    expect(crossings([[300], [400], [-300], [-400]])).toEqual([["outside", 2]]);
  });
});

describe("warningOf", () => {
  const into = { to: "inside", atMs: 0 } as const;
  const out = { to: "outside", atMs: 0 } as const;
  const all: FenceWarning[] = ["enter", "leave", "empty"];
  it.each<[string, FenceWarning[], typeof into | typeof out, boolean, FenceWarning | null]>([
    ["of one that comes in", all, into, false, "enter"],
    ["of one that goes while another stays", all, out, false, "leave"],
    ["once of the last that goes", all, out, true, "empty"],
    ["of the last that goes, where only leaving was asked", ["leave"], out, true, "leave"],
    ["not of what was not asked", ["empty"], out, false, null],
    ["not of coming in, where only leaving was asked", ["leave"], into, false, null],
  ])("warns %s", (_, wanted, crossing, isEmpty, warning) => {
    expect(warningOf(wanted, crossing, isEmpty)).toBe(warning);
  });
});

describe("inForce", () => {
  it("drops what has expired, to the millisecond", () => {
    const at = Date.parse("2026-11-23T10:00:00.000Z");
    const drawings = [
      {},
      { expiresAt: "2026-11-23T10:00:00.000Z" },
      { expiresAt: "2026-11-23T10:00:00.001Z" },
    ];
    expect(inForce(drawings, at)).toEqual([drawings[0], drawings[2]]);
    expect(drawings.map((one) => hasExpired(one, at))).toEqual([false, true, false]);
  });
});
