/** Places in degrees WGS84, longitude first. Pure arithmetic; the province lookup itself lives in `map/`. */
import { z } from "zod";
import { coarseCell, type LngLat } from "./geo";
import { provinceCodeSchema } from "./vocabulary";

/** The area the map covers (docs/domain.md §5), in degrees. */
export const mapBox = { west: 104.3, east: 107.8, south: 12.5, north: 15.4 } as const;
/** Coordinates are accepted this far outside the map box (protocol, limits). */
const marginDegrees = 2;

export const placeInputSchema = z.strictObject({
  lng: z
    .number()
    .min(mapBox.west - marginDegrees)
    .max(mapBox.east + marginDegrees),
  lat: z
    .number()
    .min(mapBox.south - marginDegrees)
    .max(mapBox.north + marginDegrees),
  accuracyM: z.number().min(0).max(50_000).optional(),
});
/** Whether a place is on the map or near it. A fix that is not, such as 0, 0, is an error of the device. */
export const isNearMap = ({ lng, lat }: LngLat): boolean => placeInputSchema.safeParse({ lng, lat }).success;
export type PlaceInput = z.infer<typeof placeInputSchema>;

export const placeSchema = z.strictObject({
  ...placeInputSchema.shape,
  province: provinceCodeSchema.optional(),
  district: z.string().max(16).optional(),
  /** Set when the exact place is withheld and this is the centre of a 0.1° cell. */
  coarse: z.literal(true).optional(),
});
export type Place = z.infer<typeof placeSchema>;

function cellCentre(degrees: number): number {
  const { degrees: side } = coarseCell;
  const cell = Math.floor(Math.round(degrees * 1e9) / 1e9 / side);
  return Math.round((cell * side + side / 2) * 1_000) / 1_000;
}

/**
 * The centre of the 0.1° cell a place lies in, marked `coarse` (safeguard S6).
 * Idempotent: coarsening a coarse place gives the same place.
 */
export function coarsen(place: Place): Place {
  if (place.coarse) return place;
  return {
    lng: cellCentre(place.lng),
    lat: cellCentre(place.lat),
    accuracyM: coarseCell.accuracyM,
    ...(place.province ? { province: place.province } : {}),
    ...(place.district ? { district: place.district } : {}),
    coarse: true,
  };
}
