import { describe, expect, it } from "vitest";
import { destination, metresBetween } from "../geo";
import { roles } from "../vocabulary";
import { isWorthKeeping, mayReadTracks, roundPoint, type TrackPoint } from "./track";

const start: TrackPoint = [106, 13.9, 1_000_000];
/** A point this many metres north of the start and seconds later. */
function later(metres: number, seconds: number): TrackPoint {
  const { lng, lat } = destination({ lng: 106, lat: 13.9 }, metres, 0);
  return [lng, lat, 1_000_000 + seconds * 1_000];
}

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
    const moved = metresBetween({ lng: rounded[0], lat: rounded[1] }, { lng: 106.123456, lat: 13.987654 });
    expect(moved).toBeLessThan(11);
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
