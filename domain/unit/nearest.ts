/** Own units in the order a commander looks at them: who is free and near first. It orders and never chooses. */
import { freshnessOf, type PositionFreshness } from "../freshness/positions";
import { type LngLat, metresBetween } from "../geo";
import { compareText } from "../order";
import type { UnitStatus } from "../vocabulary";
import type { Unit } from "./schema";

/** Where a unit last said it was, as it is on the wire; `atMs` in milliseconds since the epoch. */
export type Position = readonly [unitId: string, lng: number, lat: number, atMs: number, ...rest: unknown[]];

/** How a unit's place is known: by its last position, by its home base, or not at all. */
export type Sighting =
  | { by: "position"; freshness: PositionFreshness; ageMs: number; spot: LngLat }
  | { by: "base"; spot: LngLat }
  | { by: "nothing" };

/** Where a unit was seen last; `nowMs` in milliseconds since the epoch, as the server has it. */
export function sightingOf(
  unit: Pick<Unit, "base">,
  position: Position | undefined,
  nowMs: number,
): Sighting {
  if (position) {
    const [, lng, lat, atMs] = position;
    const ageMs = Math.max(0, nowMs - atMs);
    return { by: "position", freshness: freshnessOf(ageMs), ageMs, spot: { lng, lat } };
  }
  return unit.base ? { by: "base", spot: unit.base } : { by: "nothing" };
}

/** Straight-line metres from where the unit was seen last; undefined when nothing is known. */
export function metresTo(place: LngLat, sighting: Sighting): number | undefined {
  return sighting.by === "nothing" ? undefined : metresBetween(place, sighting.spot);
}

/** Whether the domain lets it be given a task: what was set by hand decides, not what its tasks show. */
export const isChoosable = (unit: Unit): boolean => unit.status !== "out_of_service";

export type Candidate = { unit: Unit; status: UnitStatus; metres: number | undefined };

/** 0 on duty and free, 1 on duty with work in hand, 2 off duty, 3 out of service. */
function tierOf({ unit, status }: Candidate): number {
  if (!isChoosable(unit)) return 3;
  if (!unit.duty) return 2;
  return status === "available" ? 0 : 1;
}

/** Free and on duty before busy before off duty before out of service; within each the nearest first. */
export function nearestFirst(candidates: readonly Candidate[]): Candidate[] {
  const far = Number.POSITIVE_INFINITY;
  return [...candidates].sort((a, b) => {
    const [nearA, nearB] = [a.metres ?? far, b.metres ?? far];
    return (
      tierOf(a) - tierOf(b) ||
      (nearA === nearB ? 0 : nearA - nearB) ||
      compareText(a.unit.callsign, b.unit.callsign)
    );
  });
}
