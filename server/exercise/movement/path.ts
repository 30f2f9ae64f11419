/** Plane geometry on short ways: exact enough at 14° north for tens of kilometres. Degrees WGS84 and metres. */

export type Point = { lng: number; lat: number };

const metresPerDegree = 111_195;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

function offsetM(from: Point, to: Point): { east: number; north: number } {
  const east = (to.lng - from.lng) * metresPerDegree * Math.cos(radians((from.lat + to.lat) / 2));
  return { east, north: (to.lat - from.lat) * metresPerDegree };
}

export function metresBetween(from: Point, to: Point): number {
  const { east, north } = offsetM(from, to);
  return Math.hypot(east, north);
}

/** Clockwise from north, 0 to 360. */
export function bearing(from: Point, to: Point): number {
  const { east, north } = offsetM(from, to);
  return ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
}

/** The point so many metres away in a direction. */
export function away(from: Point, metres: number, degrees: number): Point {
  const lat = from.lat + (metres * Math.cos(radians(degrees))) / metresPerDegree;
  const east = (metres * Math.sin(radians(degrees))) / (metresPerDegree * Math.cos(radians(from.lat)));
  return { lng: from.lng + east, lat };
}

export function lengthOf(path: readonly Point[]): number {
  return path.reduce((sum, point, index) => sum + metresBetween(path[index - 1] ?? point, point), 0);
}

/** Where one is after so many metres along a path, and which way one looks. The path's end when it is shorter. */
export function along(path: readonly Point[], metres: number): { at: Point; headingDeg: number } {
  let left = metres;
  let [from = { lng: 0, lat: 0 }] = path;
  let headingDeg = 0;
  for (const to of path.slice(1)) {
    const leg = metresBetween(from, to);
    if (leg > 0) headingDeg = bearing(from, to);
    if (left < leg) {
      const part = left / leg;
      const at = { lng: from.lng + (to.lng - from.lng) * part, lat: from.lat + (to.lat - from.lat) * part };
      return { at, headingDeg };
    }
    left -= leg;
    from = to;
  }
  return { at: from, headingDeg };
}

/** A path as far as so many metres. */
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

/** From one point to another along a line, joined to it where each is nearest. */
export function followed(line: readonly Point[], from: Point, to: Point): Point[] {
  const [first, last] = [nearestIndex(line, from), nearestIndex(line, to)];
  const part = line.slice(Math.min(first, last), Math.max(first, last) + 1);
  return [from, ...(first <= last ? part : part.reverse()), to];
}
