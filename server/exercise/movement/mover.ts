/** Moves one unit: it patrols near its base, drives to its task, stays there, and returns. Pure. */
import type { DemoUnit } from "@/db/seed/units";
import { destination, lengthOf, metresBetween } from "@/domain/geo";
import type { UnitKind } from "@/domain/vocabulary";
import { mekong } from "./mekong";
import { along, followed, nearest, type Point, upTo } from "./path";

/** Where a unit's task is, and by when it must be there in script minutes. */
export type Goal = { key: string; to: Point; by?: number };

type Trip = { key: string; path: readonly Point[]; metres: number; from: number; until: number };
export type Mover = { unit: DemoUnit; at: Point; headingDeg: number; speedMps: number; trip?: Trip };
/** Whether a unit may be at a place: it stays on its own side of the border. */
export type MayEnter = (unit: DemoUnit, point: Point) => boolean;

/** Speeds in metres per second of the script's time, as the unit's report says them. */
const pace: Record<UnitKind, { cruises: number; atMost: number; patrols: number }> = {
  patrol: { cruises: 15, atMost: 28, patrols: 7 },
  medical: { cruises: 18, atMost: 28, patrols: 0 },
  investigators: { cruises: 15, atMost: 28, patrols: 0 },
  boat: { cruises: 9, atMost: 14, patrols: 4 },
  checkpoint: { cruises: 0, atMost: 0, patrols: 0 },
  "liaison-office": { cruises: 0, atMost: 0, patrols: 0 },
};
const home = "home";
const lap = "lap";
const lapRadiusM = 1_600;
/** Distance between units at one place, so that each can be seen on the map. */
const apartM = 120;
const lookBackM = 500;

export const moverOf = (unit: DemoUnit): Mover => ({ unit, at: unit.base, headingDeg: 0, speedMps: 0 });

/** A number that is fixed per unit: the digits of its callsign. */
const numberOf = ({ callsign }: DemoUnit): number => Number.parseInt(callsign.replace(/\D/g, ""), 10) || 0;

/** The path to a place: straight, for boats along the river; it ends where the unit may go no further. */
function pathTo({ unit, at }: Mover, to: Point, mayEnter: MayEnter): Point[] {
  const path = unit.kind === "boat" ? followed(mekong, at, to) : [at, to];
  for (let metres = lengthOf(path); metres > 0; metres -= lookBackM) {
    if (mayEnter(unit, along(path, metres).at)) return upTo(path, metres);
  }
  return [at];
}

/** Where a unit stands when on scene; a boat at the nearest point of the river. */
function standAt(unit: DemoUnit, to: Point): Point {
  const place = unit.kind === "boat" ? nearest(mekong, to) : to;
  return destination(place, apartM, numberOf(unit) * 61);
}

/** A patrol: once around the base, or for a boat up the river and back. */
function lapOf({ unit }: Mover): Point[] {
  const { base, kind } = unit;
  if (kind === "boat") {
    const up = followed(mekong, base, destination(base, 5_000, 0));
    return [...up, ...[...up].reverse()];
  }
  const turn = numberOf(unit) * 37;
  const corners = [0, 72, 144, 216, 288].map((degrees) => destination(base, lapRadiusM, turn + degrees));
  return [base, ...corners, base];
}

function tripOn(mover: Mover, key: string, path: readonly Point[], script: number, by?: number): Trip {
  const { cruises, atMost, patrols } = pace[mover.unit.kind];
  const metres = lengthOf(path);
  const usual = key === lap ? patrols : cruises;
  const minutes = by === undefined ? metres / usual / 60 : Math.max(by - script, metres / atMost / 60);
  return { key, path, metres, from: script, until: script + minutes };
}

/** The trip a unit is on: the one it was on, unless its goal has changed or it has arrived without one. */
function tripNow(mover: Mover, goal: Goal | undefined, script: number, mayEnter: MayEnter): Trip | undefined {
  const { unit, trip, at } = mover;
  const { cruises, patrols } = pace[unit.kind];
  if (cruises === 0) return undefined;
  if (goal) {
    if (trip?.key === goal.key) return trip;
    return tripOn(mover, goal.key, pathTo(mover, standAt(unit, goal.to), mayEnter), script, goal.by);
  }
  const isDriving = trip !== undefined && trip.until > script;
  if (isDriving && (trip.key === home || trip.key === lap)) return trip;
  if (metresBetween(at, unit.base) > 1)
    return tripOn(mover, home, pathTo(mover, unit.base, mayEnter), script);
  return patrols > 0 ? tripOn(mover, lap, lapOf(mover), script) : undefined;
}

/** The unit at a later moment of the script. */
export function moved(mover: Mover, goal: Goal | undefined, script: number, mayEnter: MayEnter): Mover {
  const trip = tripNow(mover, goal, script, mayEnter);
  const { unit, headingDeg } = mover;
  if (!trip) return { unit, at: mover.at, headingDeg, speedMps: 0 };
  const minutes = trip.until - trip.from;
  if (trip.metres === 0) return { unit, at: mover.at, headingDeg, speedMps: 0, trip };
  const part = minutes > 0 ? Math.min(1, (script - trip.from) / minutes) : 1;
  const place = along(trip.path, part * trip.metres);
  return {
    unit,
    at: place.at,
    headingDeg: place.headingDeg,
    speedMps: part < 1 ? trip.metres / (minutes * 60) : 0,
    trip,
  };
}
