/**
 * Distances and directions on the Earth, taken as a sphere of the mean radius: right to 0.5 %. Places are in degrees
 * WGS84, lengths in metres, bearings in degrees clockwise from true north.
 */

export type LngLat = { readonly lng: number; readonly lat: number };

/** The IUGG mean radius, in metres. */
export const earthRadiusM = 6_371_008.8;
const radians = Math.PI / 180;

/** The cell that stands for a place which is withheld. */
export const coarseCell = {
  degrees: 0.1,
  /** Its side as it is said, in kilometres. */
  sideKm: 11,
  /** Half its diagonal in the middle of the map, in metres: what a coarsened place may be off by. */
  accuracyM: 7_800,
} as const;

/** Metres along the great circle (haversine). */
export function metresBetween(from: LngLat, to: LngLat): number {
  const [lat1, lat2] = [from.lat * radians, to.lat * radians];
  const dLng = (to.lng - from.lng) * radians;
  const h = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin(dLng / 2) ** 2;
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Initial bearing of the great circle from one place to another: 0 up to 360. */
export function bearingBetween(from: LngLat, to: LngLat): number {
  const [lat1, lat2] = [from.lat * radians, to.lat * radians];
  const dLng = (to.lng - from.lng) * radians;
  const east = Math.sin(dLng) * Math.cos(lat2);
  const north = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(dLng);
  return (Math.atan2(east, north) / radians + 360) % 360;
}

/** The place at a distance and an initial bearing along the great circle. */
export function destination(from: LngLat, metres: number, bearingDeg: number): LngLat {
  const angle = metres / earthRadiusM;
  const bearing = bearingDeg * radians;
  const lat1 = from.lat * radians;
  const lat2 = Math.asin(
    Math.sin(lat1) * Math.cos(angle) + Math.cos(lat1) * Math.sin(angle) * Math.cos(bearing),
  );
  const east = Math.sin(bearing) * Math.sin(angle) * Math.cos(lat1);
  const north = Math.cos(angle) - Math.sin(lat1) * Math.sin(lat2);
  return { lng: from.lng + Math.atan2(east, north) / radians, lat: lat2 / radians };
}

/** The place at a part (0 to 1) of the way; linear in degrees, fit for ways of tens of kilometres. */
export function interpolate(from: LngLat, to: LngLat, part: number): LngLat {
  return { lng: from.lng + (to.lng - from.lng) * part, lat: from.lat + (to.lat - from.lat) * part };
}

/** A line's length in metres. */
export function lengthOf(line: readonly LngLat[]): number {
  return line.reduce((sum, point, index) => sum + metresBetween(line[index - 1] ?? point, point), 0);
}

/**
 * Metres from a place to the nearest point of a line of [lng, lat]; flat around the place, fit for tens of kilometres.
 * Infinite for a line without points.
 */
export function metresToLine({ lng, lat }: LngLat, line: readonly (readonly [number, number])[]): number {
  const [eastM, northM] = [earthRadiusM * radians * Math.cos(lat * radians), earthRadiusM * radians];
  const points = line.map(([x, y]) => [(x - lng) * eastM, (y - lat) * northM] as const);
  const [first] = points;
  if (!first) return Number.POSITIVE_INFINITY;
  return points.reduce(
    (least, point, index) => Math.min(least, fromOrigin(points[index - 1] ?? point, point)),
    Number.POSITIVE_INFINITY,
  );
}

/** The distance from the origin to the stretch between two points of a plane. */
function fromOrigin([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const squared = dx * dx + dy * dy;
  const part = squared === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / squared));
  return Math.hypot(x1 + part * dx, y1 + part * dy);
}
