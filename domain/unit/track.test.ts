import { describe, expect, it } from "vitest";
import { roles } from "../vocabulary";
import { distanceM, isWorthKeeping, mayReadTracks, roundPoint, type TrackPoint } from "./track";

const start: TrackPoint = [106, 13.9, 1_000_000];
/** So many metres north of the start, so many seconds later. */
const later = (metres: number, seconds: number): TrackPoint => [
  106,
  13.9 + metres / 111_320,
  1_000_000 + seconds * 1_000,
];

describe("the distance between two places", () => {
  it.each([
    [[106, 13.9], [106, 14.9], 111_320],
    [[106, 14], [107, 14], 108_013],
    [[106, 14], [106, 14], 0],
  ])("from %j to %j is about %i m", (from, to, metres) => {
    expect(Math.abs(distanceM(from, to) - metres)).toBeLessThan(metres * 0.001 + 1);
  });
});

describe("a thinned track", () => {
  it.each([
    ["the first", undefined, start, true],
    ["one a little on", start, later(99, 30), false],
    ["one that moved", start, later(101, 30), true],
    ["one that moved, but at once", start, later(500, 9), false],
    ["one that stayed for a minute", start, later(0, 60), true],
    ["one that stayed for less", start, later(0, 59), false],
  ])("keeps or leaves out %s", (_, last, next, kept) => {
    expect(isWorthKeeping(last, next)).toBe(kept);
  });

  it("has places to about eleven metres", () => {
    const rounded = roundPoint([106.123456, 13.987654, 5.4]);
    expect(rounded).toEqual([106.1235, 13.9877, 5]);
    expect(distanceM(rounded, [106.123456, 13.987654])).toBeLessThan(11);
  });
});

describe("who reads tracks", () => {
  it("is operators, commanders and auditors at a desk, and nobody on a wall or in the field", () => {
    const readers = roles.filter((role) => mayReadTracks({ role }, "full"));
    expect(readers.sort()).toEqual(["auditor", "commander", "operator"]);
    for (const audience of ["redacted", "admin", "joint"] as const)
      expect(roles.filter((role) => mayReadTracks({ role }, audience))).toEqual([]);
  });
});
