/** Small geometry on the sphere, good to well under a per cent at the sizes a border map needs. */
import type { Geometry, Polygon } from "geojson";

export type LngLat = readonly [lng: number, lat: number];

const earthRadius = 6_371_008.8;
const radians = Math.PI / 180;

/** Metres along the great circle. */
export function metresBetween([lng1, lat1]: LngLat, [lng2, lat2]: LngLat): number {
  const dLat = (lat2 - lat1) * radians;
  const dLng = (lng2 - lng1) * radians;
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(dLng / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Initial bearing from the first place to the second: degrees clockwise from true north, 0 up to 360. */
export function bearingBetween([lng1, lat1]: LngLat, [lng2, lat2]: LngLat): number {
  const dLng = (lng2 - lng1) * radians;
  const y = Math.sin(dLng) * Math.cos(lat2 * radians);
  const x =
    Math.cos(lat1 * radians) * Math.sin(lat2 * radians) -
    Math.sin(lat1 * radians) * Math.cos(lat2 * radians) * Math.cos(dLng);
  return (Math.atan2(y, x) / radians + 360) % 360;
}

/** The box around a drawing: west, south, east, north. */
export function boxOf(geometry: Geometry): [number, number, number, number] {
  const flat = "coordinates" in geometry ? (geometry.coordinates as unknown[]).flat(2) : [];
  const numbers = flat.filter((value) => typeof value === "number");
  const [lngs, lats] = [0, 1].map((axis) => numbers.filter((_, index) => index % 2 === axis));
  return [
    Math.min(...(lngs ?? [])),
    Math.min(...(lats ?? [])),
    Math.max(...(lngs ?? [])),
    Math.max(...(lats ?? [])),
  ];
}

/** Half of the 0.1° cell a coarse place stands for, in metres of latitude. */
export const coarseRadius = 5_560;

/** A circle on the ground as a polygon of `corners` corners; radius in metres. */
export function circleAround([lng, lat]: LngLat, radius: number, corners = 48): Polygon {
  const north = radius / 111_195;
  const east = north / Math.cos(lat * radians);
  const ring = Array.from({ length: corners + 1 }, (_, index) => {
    const angle = ((index % corners) / corners) * 2 * Math.PI;
    return [lng + east * Math.sin(angle), lat + north * Math.cos(angle)];
  });
  return { type: "Polygon", coordinates: [ring] };
}
