import { describe, expect, it } from "vitest";
import { bearingBetween, boxOf, circleAround, coarseRadius, metresBetween } from "./geometry";
import { measureLine } from "./tools/measure";

describe("boxOf", () => {
  it("spans points, lines and areas", () => {
    expect(boxOf({ type: "Point", coordinates: [106, 14] })).toEqual([106, 14, 106, 14]);
    const line = [
      [106, 15],
      [107, 14],
    ];
    expect(boxOf({ type: "LineString", coordinates: line })).toEqual([106, 14, 107, 15]);
    expect(boxOf({ type: "Polygon", coordinates: [[...line, [105, 14.5], [106, 15]]] })).toEqual([
      105, 14, 107, 15,
    ]);
  });
});

describe("geometry", () => {
  it("measures a degree of latitude as about 111.2 km", () => {
    expect(metresBetween([106, 13], [106, 14]) / 1000).toBeCloseTo(111.2, 1);
  });

  it.each([
    ["north", [106, 14], 0],
    ["east", [107, 13], 90],
    ["south", [106, 12], 180],
    ["west", [105, 13], 270],
  ] as const)("finds the bearing to the %s", (_, to, degrees) => {
    expect(Math.abs(bearingBetween([106, 13], to) - degrees)).toBeLessThan(0.2);
  });

  it("draws a closed circle of the asked radius", () => {
    const ring = circleAround([106, 13.8], coarseRadius).coordinates[0] ?? [];
    expect(ring[0]).toEqual(ring.at(-1));
    for (const [lng = 0, lat = 0] of ring) {
      expect(Math.abs(metresBetween([106, 13.8], [lng, lat]) - coarseRadius)).toBeLessThan(60);
    }
  });

  it("adds up the legs of a measured line and tells the bearing of the last", () => {
    expect(measureLine([]).metres).toBe(0);
    expect(measureLine([[106, 13]]).bearing).toBeUndefined();
    const line = measureLine([
      [106, 13],
      [106, 14],
      [107, 14],
    ]);
    expect(line.metres / 1000).toBeCloseTo(111.2 + 107.9, 0);
    expect(Math.round(line.bearing ?? 0)).toBe(90);
  });
});
