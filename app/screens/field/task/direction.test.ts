import { describe, expect, it } from "vitest";
import { compassPoint, distanceOf, wayTo } from "./direction";

describe("the way to a place", () => {
  it.each([
    [0, "north"],
    [22, "north"],
    [23, "north-east"],
    [90, "east"],
    [180, "south"],
    [270, "west"],
    [314, "north-west"],
    [338, "north"],
    [360, "north"],
    [-90, "west"],
  ])("%i degrees is %s", (degrees, point) => {
    expect(compassPoint(degrees)).toBe(point);
  });

  it.each([
    [4, "m", "0"],
    [344, "m", "340"],
    [994, "m", "990"],
    [996, "km", "1.0"],
    [1_440, "km", "1.4"],
    [9_949, "km", "9.9"],
    [9_960, "km", "10"],
    [17_400, "km", "17"],
  ])("%i m is said in %s as %s", (metres, unit, value) => {
    expect(distanceOf(metres)).toEqual({ unit, value });
  });

  it("is a straight line with its direction, until one is there", () => {
    const way = wayTo({ lng: 106.16, lat: 13.72 }, { lng: 106.03, lat: 13.8 });
    expect(way).toEqual({ here: false, distance: { unit: "km", value: "17" }, point: "north-west" });
    expect(wayTo({ lng: 106, lat: 13.9 }, { lng: 106.0003, lat: 13.9 })).toEqual({ here: true });
  });
});
