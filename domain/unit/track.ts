/** A unit's track: its positions, thinned, for its own country's desks. National: never in the log, never shared. */
import type { Account } from "../actor";
import type { Audience } from "../audience";
import { metresBetween } from "../geo";
import type { Role } from "../vocabulary";

/** A point of a track: degrees WGS84, and when, in milliseconds since 1970. */
export type TrackPoint = [lng: number, lat: number, atMs: number];

/** How far a unit moves between two points of its track, the shortest time between them, and the longest while it stands. */
const movedM = 100;
const soonestMs = 10_000;
const latestMs = 60_000;
/** About eleven metres: what a receiver in a moving vehicle is worth. */
const decimals = 4;

const placeOf = ([lng, lat]: TrackPoint) => ({ lng, lat });

/** Whether a position is worth a point of its own after the last one kept. */
export function isWorthKeeping(last: TrackPoint | undefined, next: TrackPoint): boolean {
  if (!last) return true;
  const passedMs = next[2] - last[2];
  if (passedMs >= latestMs) return true;
  return passedMs >= soonestMs && metresBetween(placeOf(last), placeOf(next)) > movedM;
}

const round = (degrees: number): number => Math.round(degrees * 10 ** decimals) / 10 ** decimals;

/** A point as it is kept. */
export const roundPoint = ([lng, lat, atMs]: TrackPoint): TrackPoint => [
  round(lng),
  round(lat),
  Math.round(atMs),
];

const readers: ReadonlySet<Role> = new Set<Role>(["operator", "commander", "auditor"]);

/** Whether an account may read tracks on a screen of this audience: desks do, walls and the field never. */
export const mayReadTracks = ({ role }: Pick<Account, "role">, audience: Audience | "joint"): boolean =>
  audience === "full" && readers.has(role);
