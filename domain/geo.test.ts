import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bearingBetween, destination, earthRadiusM, interpolate, lengthOf, metresBetween } from "./geo";

const here = { lng: 106, lat: 13.9 };
/** Places on and around the map. */
const place = fc.record({
  lng: fc.double({ min: 104, max: 108, noNaN: true }),
  lat: fc.double({ min: 12, max: 16, noNaN: true }),
});

describe("the distance between two places", () => {
  it.each([
    ["a degree of latitude", { lng: 106, lat: 13 }, { lng: 106, lat: 14 }, 111_195],
    ["a degree of longitude at 14° north", { lng: 106, lat: 14 }, { lng: 107, lat: 14 }, 107_892],
    ["Stung Treng to Pakse", { lng: 105.969, lat: 13.526 }, { lng: 105.783, lat: 15.12 }, 178_374],
    ["nothing", here, here, 0],
  ])("%s", (_, from, to, metres) => {
    expect(metresBetween(from, to)).toBeCloseTo(metres, -1);
  });

  it("is half the circumference at most", () => {
    expect(metresBetween({ lng: 0, lat: 0 }, { lng: 180, lat: 0 })).toBeCloseTo(Math.PI * earthRadiusM, 3);
  });

  it("is the same both ways", () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        expect(metresBetween(from, to)).toBeCloseTo(metresBetween(to, from), 6);
      }),
    );
  });
});

describe("the bearing from one place to another", () => {
  it.each([
    ["north", { lng: 106, lat: 14.9 }, 0],
    ["east", { lng: 107, lat: 13.9 }, 90],
    ["south", { lng: 106, lat: 12.9 }, 180],
    ["west", { lng: 105, lat: 13.9 }, 270],
  ])("to the %s", (_, to, degrees) => {
    expect(Math.abs(bearingBetween(here, to) - degrees)).toBeLessThan(0.2);
  });
});

describe("the place at a distance and a bearing", () => {
  it("lies that far away in that direction", () => {
    const metres = fc.integer({ min: 10, max: 200_000 });
    fc.assert(
      fc.property(place, metres, fc.integer({ min: 0, max: 359 }), (from, distance, bearing) => {
        const to = destination(from, distance, bearing);
        expect(metresBetween(from, to)).toBeCloseTo(distance, 3);
        const turn = Math.abs(bearingBetween(from, to) - bearing);
        expect(Math.min(turn, 360 - turn)).toBeLessThan(0.001);
      }),
    );
  });
});

describe("a line", () => {
  const line = [here, { lng: 106, lat: 14 }, { lng: 106.1, lat: 14 }];

  it("is as long as its legs", () => {
    expect(lengthOf([])).toBe(0);
    expect(lengthOf([here])).toBe(0);
    expect(lengthOf(line)).toBeCloseTo(11_119.5 + 10_789.2, 0);
  });

  it("has its places in between", () => {
    expect(interpolate(here, { lng: 107, lat: 14.9 }, 0.5)).toEqual({ lng: 106.5, lat: 14.4 });
    expect(interpolate(here, { lng: 107, lat: 14.9 }, 0)).toEqual(here);
  });
});
