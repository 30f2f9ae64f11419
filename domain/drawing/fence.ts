/** Watched areas: what the fixes of units mean for drawn areas. Pure; positions never enter the log. */
import { type LngLat, metresToLine } from "../geo";
import type { Drawing, DrawingGeometry, fenceWarnings } from "./schema";

export type FenceWarning = (typeof fenceWarnings)[number];

/** One reading of where a unit is; `atMs` epoch milliseconds, `accuracyM` the radius in metres it may be off by. */
export type UnitFix = LngLat & { atMs: number; accuracyM?: number | undefined };

type Side = "inside" | "outside";
/** What is known of one unit and one area. */
export type Standing = {
  /** Which side it is on, as decided; absent before the first fix that tells. */
  side?: Side;
  /** The first fix that says otherwise, in milliseconds; the next that says the same decides. */
  otherSinceMs?: number;
};
/** `at`: when it was first seen on the other side. */
export type Crossing = { to: Side; atMs: number };

/** No fix is trusted closer to an edge than this, so that a unit standing on it goes neither in nor out. Metres. */
const edgeM = 20;

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
export function isWithin(geometry: DrawingGeometry, { lng, lat }: LngLat): boolean {
  if (geometry.type !== "Polygon") return false;
  return geometry.coordinates.filter((ring) => crosses(ring, lng, lat)).length % 2 === 1;
}

/** Which side of an area's edge a fix puts a unit on; undefined when it is nearer to the edge than it can tell. */
export function sideOf(geometry: DrawingGeometry, fix: UnitFix): Side | undefined {
  if (geometry.type !== "Polygon") return undefined;
  const reachM = Math.max(edgeM, fix.accuracyM ?? 0);
  const distances = geometry.coordinates.map((ring) => metresToLine(fix, ring));
  if (Math.min(...distances) <= reachM) return undefined;
  return isWithin(geometry, fix) ? "inside" : "outside";
}

/**
 * What is known after a fix, and the crossing it decides. Two consecutive fixes that tell decide; one that cannot tell
 * changes nothing. A unit first heard of inside an area has not entered it.
 */
export function stepStanding(
  before: Standing,
  side: Side | undefined,
  atMs: number,
): { standing: Standing; crossing?: Crossing } {
  if (side === undefined) return { standing: before };
  if (before.side === undefined || before.side === side) return { standing: { side } };
  if (before.otherSinceMs === undefined) return { standing: { side: before.side, otherSinceMs: atMs } };
  return { standing: { side }, crossing: { to: side, atMs: before.otherSinceMs } };
}

/**
 * What an area that is to warn of `wanted` says of a crossing; null when it was not asked. A unit that leaves the area
 * empty is told once, as that.
 */
export function warningOf(
  wanted: readonly FenceWarning[],
  { to }: Crossing,
  isEmpty: boolean,
): FenceWarning | null {
  const names: FenceWarning[] = to === "inside" ? ["enter"] : isEmpty ? ["empty", "leave"] : ["leave"];
  return names.find((name) => wanted.includes(name)) ?? null;
}

/** Whether a drawing's `expiresAt` has come: it is no longer shown, warns no more, and leaves the picture. */
export const hasExpired = ({ expiresAt }: Pick<Drawing, "expiresAt">, nowMs: number): boolean =>
  expiresAt !== undefined && Date.parse(expiresAt) <= nowMs;

/** Drawings still in force. */
export const inForce = <Kept extends Pick<Drawing, "expiresAt">>(
  drawings: Iterable<Kept>,
  nowMs: number,
): Kept[] => [...drawings].filter((drawing) => !hasExpired(drawing, nowMs));
