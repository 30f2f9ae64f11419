import { expect, it } from "vitest";
import { coarseCell, metresBetween } from "@/domain/geo";
import { circleAround } from "./geometry";
import { measureLine } from "./tools/measure";

it("draws a closed circle of the asked radius", () => {
  const centre = { lng: 106, lat: 13.8 };
  const ring = circleAround(centre, coarseCell.halfSideM).coordinates[0] ?? [];
  expect(ring).toHaveLength(49);
  expect(ring[0]).toEqual(ring.at(-1));
  for (const [lng = 0, lat = 0] of ring) {
    expect(metresBetween(centre, { lng, lat })).toBeCloseTo(coarseCell.halfSideM, 3);
  }
});

it("adds up the legs of a measured line and gives the bearing of the last", () => {
  expect(measureLine([]).metres).toBe(0);
  expect(measureLine([{ lng: 106, lat: 13 }]).bearing).toBeUndefined();
  const line = measureLine([
    { lng: 106, lat: 13 },
    { lng: 106, lat: 14 },
    { lng: 107, lat: 14 },
  ]);
  expect(line.metres / 1000).toBeCloseTo(111.2 + 107.9, 0);
  expect(Math.round(line.bearing ?? 0)).toBe(90);
});
