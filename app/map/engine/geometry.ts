/** Shapes on the ground as the map draws them. */
import type { Polygon } from "geojson";
import { destination, type LngLat } from "@/domain/geo";

/** A circle on the ground as a polygon of `corners` corners; radius in metres. */
export function circleAround(centre: LngLat, radius: number, corners = 48): Polygon {
  const ring = Array.from({ length: corners + 1 }, (_, index) => {
    const { lng, lat } = destination(centre, radius, ((index % corners) / corners) * 360);
    return [lng, lat];
  });
  return { type: "Polygon", coordinates: [ring] };
}
