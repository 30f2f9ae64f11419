import { describe, expect, it } from "vitest";
import type { DrawingGeometry } from "@/domain/drawing/schema";
import { nearestCorner, withCorner } from "./reshape";

const area: DrawingGeometry = {
  type: "Polygon",
  coordinates: [
    [
      [106, 14],
      [107, 14],
      [107, 15],
      [106, 14],
    ],
  ],
};
const line: DrawingGeometry = {
  type: "LineString",
  coordinates: [
    [106, 14],
    [107, 14],
  ],
};
const from = (lng: number, lat: number) => (corner: readonly number[]) =>
  Math.hypot((corner[0] ?? 0) - lng, (corner[1] ?? 0) - lat);

describe("nearestCorner", () => {
  it("finds the corner within reach, and none beyond it", () => {
    expect(nearestCorner(area, from(107, 14.9), 0.2)).toEqual({ ring: 0, index: 2 });
    expect(nearestCorner(area, from(106.5, 14.5), 0.2)).toBeUndefined();
  });
});

describe("withCorner", () => {
  it("moves the first corner of an area with its twin, so that it stays closed", () => {
    const moved = withCorner(area, { ring: 0, index: 3 }, [105, 13]);
    expect(moved.coordinates).toEqual([
      [
        [105, 13],
        [107, 14],
        [107, 15],
        [105, 13],
      ],
    ]);
  });

  it("moves one point of a line, and a point", () => {
    expect(withCorner(line, { ring: 0, index: 1 }, [108, 14]).coordinates).toEqual([
      [106, 14],
      [108, 14],
    ]);
    const point: DrawingGeometry = { type: "Point", coordinates: [106, 14] };
    expect(withCorner(point, { ring: 0, index: 0 }, [107, 15]).coordinates).toEqual([107, 15]);
  });
});
