/** Where a place lies, as said on the radio: how far, and towards which of eight points of the compass. */
import { bearingBetween, type LngLat, metresBetween } from "@/domain/geo";

export const compassPoints = [
  "north",
  "north-east",
  "east",
  "south-east",
  "south",
  "south-west",
  "west",
  "north-west",
] as const;
export type CompassPoint = (typeof compassPoints)[number];

/** The nearest of eight points; degrees clockwise from true north. */
export function compassPoint(bearingDeg: number): CompassPoint {
  const eighth = Math.round(bearingDeg / 45) % compassPoints.length;
  return compassPoints[(eighth + compassPoints.length) % compassPoints.length] ?? "north";
}

export type Distance = { unit: "m" | "km"; value: string };

/** Metres to the ten under one kilometre, one decimal under ten, then whole kilometres. */
export function distanceOf(metres: number): Distance {
  const tens = Math.round(metres / 10) * 10;
  if (tens < 1_000) return { unit: "m", value: String(tens) };
  const km = metres / 1_000;
  return { unit: "km", value: km < 9.95 ? km.toFixed(1) : String(Math.round(km)) };
}

/** Nearer than this counts as being there. Metres. */
const hereM = 50;

export type Way = { here: true } | { here: false; distance: Distance; point: CompassPoint };

/** From where the unit is to where it is sent, in a straight line. */
export function wayTo(from: LngLat, to: LngLat): Way {
  const metres = metresBetween(from, to);
  if (metres < hereM) return { here: true };
  return { here: false, distance: distanceOf(metres), point: compassPoint(bearingBetween(from, to)) };
}
