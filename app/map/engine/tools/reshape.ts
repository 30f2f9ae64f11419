/** Moves one corner of a drawn shape. Pure: finds the corner, and gives the shape with that corner moved. */
import type { DrawingGeometry } from "@/domain/drawing/schema";

type Position = [lng: number, lat: number];
/** A corner by its ring (0 but for areas with holes) and its place in it. */
export type Corner = { ring: number; index: number };

function ringsOf(geometry: DrawingGeometry): readonly Position[][] {
  if (geometry.type === "Point") return [[geometry.coordinates]];
  return geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
}

/** The corner for which `far` is least and at most `reach`; undefined when all are farther. */
export function nearestCorner(
  geometry: DrawingGeometry,
  far: (corner: Position) => number,
  reach: number,
): Corner | undefined {
  let nearest: Corner | undefined;
  let least = reach;
  for (const [ring, corners] of ringsOf(geometry).entries()) {
    for (const [index, corner] of corners.entries()) {
      const distance = far(corner);
      if (distance > least || (distance === least && nearest)) continue;
      least = distance;
      nearest = { ring, index };
    }
  }
  return nearest;
}

/** The shape with one corner moved; an area stays closed. */
export function withCorner(
  geometry: DrawingGeometry,
  { ring, index }: Corner,
  at: Position,
): DrawingGeometry {
  if (geometry.type === "Point") return { ...geometry, coordinates: at };
  const moved = (corners: readonly Position[], twins: readonly number[]) =>
    corners.map((corner, each): Position => (twins.includes(each) ? at : corner));
  if (geometry.type === "LineString")
    return { ...geometry, coordinates: moved(geometry.coordinates, [index]) };
  const coordinates = geometry.coordinates.map((corners, each) => {
    if (each !== ring) return corners;
    const last = corners.length - 1;
    return moved(corners, index === 0 || index === last ? [0, last] : [index]);
  });
  return { ...geometry, coordinates };
}
