import { expect, it } from "vitest";
import { measureLine } from "./measure";

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
