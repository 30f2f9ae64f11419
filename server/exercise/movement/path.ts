/** Paths of straight legs, up to tens of kilometres. Degrees WGS84 and metres. */
import { bearingBetween, interpolate, type LngLat, lengthOf, metresBetween } from "@/domain/geo";

export type Point = LngLat;

/** The point at a distance along a path and the heading there, in degrees; the path's end when it is shorter. */
export function along(path: readonly Point[], metres: number): { at: Point; headingDeg: number } {
  let left = metres;
  let [from = { lng: 0, lat: 0 }]: readonly Point[] = path;
  let headingDeg = 0;
  for (const to of path.slice(1)) {
    const leg = metresBetween(from, to);
    if (leg > 0) headingDeg = bearingBetween(from, to);
    if (left < leg) {
      return { at: interpolate(from, to, left / leg), headingDeg };
    }
    left -= leg;
    from = to;
  }
  return { at: from, headingDeg };
}

/** The part of a path up to a distance. */
export function upTo(path: readonly Point[], metres: number): Point[] {
  const before = path.filter((_, index) => lengthOf(path.slice(0, index + 1)) < metres);
  return [...before, along(path, metres).at];
}

export function nearest(line: readonly Point[], point: Point): Point {
  return line[nearestIndex(line, point)] ?? point;
}

function nearestIndex(line: readonly Point[], point: Point): number {
  const distances = line.map((candidate) => metresBetween(candidate, point));
  return distances.indexOf(Math.min(...distances));
}

/** The path from one point to another along a line, which it joins and leaves at the nearest points. */
export function followed(line: readonly Point[], from: Point, to: Point): Point[] {
  const [first, last] = [nearestIndex(line, from), nearestIndex(line, to)];
  const part = line.slice(Math.min(first, last), Math.max(first, last) + 1);
  return [from, ...(first <= last ? part : part.reverse()), to];
}
