import { describe, expect, it } from "vitest";
import { fenceEvents, inForce, isWithin } from "./fence";
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
const all = { id: "area", geometry: square, fence: ["enter", "leave", "empty"] as const };
const area = { ...all, fence: [...all.fence] };
const patrol = { id: "patrol", lng: 105.9, lat: 14.2 };
const boat = { id: "boat", lng: 106.2, lat: 14.2 };
const to = (unit: typeof patrol, lng: number, lat = unit.lat) => ({ ...unit, lng, lat });

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

describe("fenceEvents", () => {
  it("tells of a unit that comes in", () => {
    expect(fenceEvents([area], [patrol, boat], [to(patrol, 106.1), boat])).toEqual([
      { drawing: "area", warning: "enter", unit: "patrol" },
    ]);
  });

  it("tells of a unit that goes out while another stays", () => {
    const inside = to(patrol, 106.1);
    expect(fenceEvents([area], [inside, boat], [patrol, boat])).toEqual([
      { drawing: "area", warning: "leave", unit: "patrol" },
    ]);
  });

  it("tells when the last one goes out", () => {
    expect(fenceEvents([area], [boat], [to(boat, 105)])).toEqual([
      { drawing: "area", warning: "leave", unit: "boat" },
      { drawing: "area", warning: "empty", unit: "boat" },
    ]);
  });

  it("does not call an area empty when one goes out as another comes in", () => {
    const made = fenceEvents([area], [patrol, boat], [to(patrol, 106.1), to(boat, 105)]);
    expect(made.map(({ warning }) => warning)).toEqual(["enter", "leave"]);
  });

  it("warns only of what was asked for", () => {
    const quiet = { ...area, fence: ["empty" as const] };
    expect(fenceEvents([quiet], [patrol], [to(patrol, 106.1)])).toEqual([]);
    expect(fenceEvents([{ id: "area", geometry: square }], [boat], [to(boat, 105)])).toEqual([]);
  });

  it("takes a unit first heard of inside, or heard of no more, for neither in nor out", () => {
    expect(fenceEvents([area], [], [boat])).toEqual([]);
    expect(fenceEvents([area], [boat], [])).toEqual([]);
  });

  it("says nothing of a unit that moves within, or through the edge and back between two positions", () => {
    expect(fenceEvents([area], [boat], [to(boat, 106.3)])).toEqual([]);
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
  });
});
