/** Typed places: coordinates in every form used in the field, and names of the gazetteer in any script. */
import type { PlaceInput } from "@/domain/place";
import type { Language } from "@/domain/vocabulary";
import type { CoordinateError } from "@/map/coordinates";
import { search } from "@/map/search";

export type Found = { key: string; label: string; within?: string; place: PlaceInput };

/** A named place is known to about this many metres. */
const namedAccuracyM = 1_000;

/** Best first, with why nothing was found when coordinates were meant. Places without a position are left out. */
export function findPlaces(text: string, language: Language): { found: Found[]; error?: CoordinateError } {
  const { results, error } = search(text, { language, limit: 5 });
  const found = results.flatMap((result): Found[] => {
    if (result.type === "incident" || result.type === "unit") return [];
    const { label, lng, lat } = result;
    if (result.type === "coordinates") return [{ key: "typed", label, place: { lng, lat } }];
    if (result.approximate) return [];
    return [
      {
        key: result.id,
        label,
        place: { lng, lat, accuracyM: namedAccuracyM },
        ...(result.within ? { within: result.within } : {}),
      },
    ];
  });
  return { found, ...(error ? { error } : {}) };
}
