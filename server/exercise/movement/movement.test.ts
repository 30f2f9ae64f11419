import { describe, expect, it } from "vitest";
import { type DemoUnit, demoUnits } from "@/db/seed/units";
import { destination, lengthOf, metresBetween } from "@/domain/geo";
import { mekong } from "./mekong";
import { type Goal, type MayEnter, type Mover, moved, moverOf } from "./mover";
import { along, followed, type Point, upTo } from "./path";

const anywhere: MayEnter = () => true;

function unitNamed(callsign: string): DemoUnit {
  const found = demoUnits.find((unit) => unit.callsign === callsign);
  if (!found) throw new Error(`no unit ${callsign}`);
  return found;
}

/** The unit at each half minute of the script. */
function watch(mover: Mover, goal: Goal | undefined, from: number, to: number, mayEnter = anywhere): Mover[] {
  const seen: Mover[] = [];
  for (let script = from; script <= to; script += 0.5) {
    seen.push(moved(seen.at(-1) ?? mover, goal, script, mayEnter));
  }
  return seen;
}

const last = (movers: readonly Mover[]): Mover => {
  const found = movers.at(-1);
  if (!found) throw new Error("nobody moved");
  return found;
};

describe("a path", () => {
  const start: Point = { lng: 106, lat: 14 };

  it("gives the point and heading at a distance, and its end beyond", () => {
    const path = [start, destination(start, 1_000, 90), destination(destination(start, 1_000, 90), 1_000, 0)];
    expect(along(path, 500).headingDeg).toBeCloseTo(90, 0);
    expect(along(path, 1_500).headingDeg).toBeCloseTo(0, 5);
    expect(metresBetween(along(path, 9_000).at, path[2] ?? start)).toBeCloseTo(0, 5);
    expect(lengthOf(upTo(path, 1_500))).toBeCloseTo(1_500, 0);
  });

  it("follows the river both ways", () => {
    const [south = start] = mekong;
    const north = mekong.at(-1) ?? start;
    expect(lengthOf(followed(mekong, south, north))).toBeCloseTo(lengthOf(followed(mekong, north, south)), 5);
    expect(lengthOf(followed(mekong, south, north))).toBeGreaterThan(metresBetween(south, north));
  });
});

describe("a unit", () => {
  it("patrols near its base, always moving, while it has no task", () => {
    const unit = unitNamed("STR-21");
    const seen = watch(moverOf(unit), undefined, 0, 120).slice(1);
    expect(seen.every(({ at }) => metresBetween(at, unit.base) < 2_500)).toBe(true);
    expect(seen.every(({ speedMps }) => speedMps > 0)).toBe(true);
    expect(new Set(seen.map(({ headingDeg }) => Math.round(headingDeg))).size).toBeGreaterThan(3);
  });

  it("is on scene at the script's time, stays there, and returns", () => {
    const unit = unitNamed("STR-31");
    const goal: Goal = { key: "t", to: { lng: 106.302, lat: 14.021 }, by: 30 };
    const driving = watch(moverOf(unit), goal, 10, 30);
    expect(metresBetween(last(driving.slice(0, 20)).at, goal.to)).toBeGreaterThan(2_000);
    expect(metresBetween(last(driving).at, goal.to)).toBeLessThan(200);
    const standing = watch(last(driving), goal, 30.5, 90);
    expect(standing.every(({ speedMps }) => speedMps === 0)).toBe(true);
    const back = watch(last(standing), undefined, 90.5, 140);
    expect(back.some(({ at }) => metresBetween(at, unit.base) < 500)).toBe(true);
  });

  it("never exceeds the top speed of its kind, even when late", () => {
    for (const callsign of ["PVH-12", "STR-24", "ATT-08"]) {
      const goal: Goal = { key: "t", to: { lng: 105.9, lat: 14.2 }, by: 1 };
      const seen = watch(moverOf(unitNamed(callsign)), goal, 0, 20);
      expect(Math.max(...seen.map(({ speedMps }) => speedMps))).toBeLessThan(30);
      expect(last(seen).speedMps).toBeGreaterThan(0);
    }
  });

  it("continues from where it is when its task changes", () => {
    const first = watch(moverOf(unitNamed("RAT-07")), { key: "a", to: { lng: 107.25, lat: 13.85 } }, 0, 10);
    const [next] = watch(last(first), { key: "b", to: { lng: 106.98, lat: 13.5 } }, 10.5, 10.5);
    expect(metresBetween(last(first).at, next?.at ?? { lng: 0, lat: 0 })).toBeLessThan(1_000);
  });

  it("keeps to the river with a boat", () => {
    const goal: Goal = { key: "t", to: { lng: 105.867, lat: 14.113 }, by: 60 };
    const seen = watch(moverOf(unitNamed("CHA-15")), goal, 0, 60);
    const toRiver = (point: Point) =>
      Math.min(
        ...Array.from({ length: 900 }, (_, part) => metresBetween(along(mekong, part * 150).at, point)),
      );
    expect(Math.max(...seen.map(({ at }) => toRiver(at)))).toBeLessThan(300);
    expect(metresBetween(last(seen).at, goal.to)).toBeLessThan(2_500);
  });

  it("stops at the border when its task lies beyond", () => {
    const south: MayEnter = (_, { lat }) => lat <= 13.9;
    const goal: Goal = { key: "t", to: { lng: 105.99, lat: 14.1 }, by: 40 };
    const seen = watch(moverOf(unitNamed("STR-21")), goal, 0, 60, south);
    expect(seen.every(({ at }) => at.lat <= 13.9)).toBe(true);
    expect(last(seen).at.lat).toBeGreaterThan(13.89);
    expect(last(seen).speedMps).toBe(0);
  });

  it("does not move with a checkpoint", () => {
    const unit = unitNamed("STR-30");
    const seen = watch(moverOf(unit), { key: "t", to: { lng: 106.1, lat: 13.7 } }, 0, 60);
    expect(seen.every(({ at, speedMps }) => at === unit.base && speedMps === 0)).toBe(true);
  });
});
