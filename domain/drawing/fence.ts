/** Geofences: what the moves of units mean for drawn areas. Pure; positions never enter the log. */
import type { Drawing, DrawingGeometry, fenceWarnings } from "./schema";

export type FenceWarning = (typeof fenceWarnings)[number];
export type UnitPlace = { id: string; lng: number; lat: number };
/** One warning: of `empty` the unit is the one that left last. */
export type FenceEvent = { drawing: string; warning: FenceWarning; unit: string };

type Fenced = Pick<Drawing, "id" | "geometry" | "fence">;
type Ring = readonly (readonly [number, number])[];

function crosses(ring: Ring, lng: number, lat: number): boolean {
  let inside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
    const [x1 = 0, y1 = 0] = ring[at] ?? [];
    const [x2 = 0, y2 = 0] = ring[before] ?? [];
    if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** Whether a place lies in an area, its holes left out; by even-odd crossing in degrees, fit for areas of a province. */
export function isWithin(geometry: DrawingGeometry, { lng, lat }: { lng: number; lat: number }): boolean {
  if (geometry.type !== "Polygon") return false;
  return geometry.coordinates.filter((ring) => crosses(ring, lng, lat)).length % 2 === 1;
}

function unitsWithin(area: Fenced, units: readonly UnitPlace[]): Set<string> {
  return new Set(units.filter((unit) => isWithin(area.geometry, unit)).map((unit) => unit.id));
}

/**
 * What to warn of when the known positions go from `before` to `after`. A unit first heard of inside an area has not
 * entered it, and one no longer heard of has not left: only a move across the edge is one.
 */
export function fenceEvents(
  areas: readonly Fenced[],
  before: readonly UnitPlace[],
  after: readonly UnitPlace[],
): FenceEvent[] {
  const known = new Set(before.map((unit) => unit.id));
  const heard = new Set(after.map((unit) => unit.id));
  return areas.flatMap((area) => {
    const wanted = area.fence ?? [];
    if (wanted.length === 0) return [];
    const [inside, then] = [unitsWithin(area, before), unitsWithin(area, after)];
    const entered = [...then].filter((unit) => known.has(unit) && !inside.has(unit));
    const left = [...inside].filter((unit) => heard.has(unit) && !then.has(unit));
    const last = left.at(-1);
    const made: FenceEvent[] = [
      ...entered.map((unit) => ({ drawing: area.id, warning: "enter" as const, unit })),
      ...left.map((unit) => ({ drawing: area.id, warning: "leave" as const, unit })),
      ...(then.size === 0 && last ? [{ drawing: area.id, warning: "empty" as const, unit: last }] : []),
    ];
    return made.filter(({ warning }) => wanted.includes(warning));
  });
}

/** Drawings still in force: one whose `expiresAt` has come is no longer shown and no longer warns. */
export function inForce<Kept extends Pick<Drawing, "expiresAt">>(
  drawings: Iterable<Kept>,
  nowMs: number,
): Kept[] {
  return [...drawings].filter(({ expiresAt }) => expiresAt === undefined || Date.parse(expiresAt) > nowMs);
}
