import type { Geometry } from "geojson";

type Positioned = Exclude<Geometry, { type: "GeometryCollection" }>;
/** Degrees WGS84. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** The box around a geometry that does not cross the date line. */
export function boxOf({ coordinates }: Pick<Positioned, "coordinates">): Box {
  const numbers = [coordinates].flat(5).filter((value) => typeof value === "number");
  const lngs = numbers.filter((_, index) => index % 2 === 0);
  const lats = numbers.filter((_, index) => index % 2 === 1);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}
