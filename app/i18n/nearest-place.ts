/** A place in words: the nearest named place of the gazetteer, for people on the radio. Never a ground for jurisdiction. */
import { metresBetween } from "@/domain/geo";
import type { Place } from "@/domain/place";
import type { Language } from "@/domain/vocabulary";
import { gazetteer, type Place as NamedPlace, nameIn } from "@/map/gazetteer";

/** Beyond this a name would mislead. */
const nearM = 20_000;

type Near = { named: NamedPlace; metres: number } | null;
const known = new WeakMap<Place, Near>();

const candidates = gazetteer.filter(
  ({ kind, position }) =>
    position && (kind === "town" || kind === "crossing" || kind === "post" || kind === "district"),
);

/** The nearest named place within 20 km, or null. */
export function nearest(place: Place): Near {
  const cached = known.get(place);
  if (cached !== undefined) return cached;
  let best: Near = null;
  for (const named of candidates) {
    if (!named.position) continue;
    const metres = metresBetween(place, named.position);
    if (metres <= nearM && (!best || metres < best.metres)) best = { named, metres };
  }
  known.set(place, best);
  return best;
}

/** The nearest place's name in the reader's language; undefined where nothing is near. */
export function nearestName(place: Place, language: Language): string | undefined {
  const near = nearest(place);
  return near ? nameIn(near.named, language) : undefined;
}
