/** A place in words: the nearest named place of the gazetteer, for people on the radio. Never a ground for jurisdiction. */
import type { Place } from "@/domain/place";
import type { Language } from "@/domain/vocabulary";
import { gazetteer, type Place as NamedPlace, nameIn } from "@/map/gazetteer";

/** Beyond this a name would mislead. */
const nearKm = 20;
const kmPerDegree = 111.2;

type Near = { named: NamedPlace; km: number } | null;
const known = new WeakMap<Place, Near>();

const candidates = gazetteer.filter(
  ({ kind, position }) =>
    position && (kind === "town" || kind === "crossing" || kind === "post" || kind === "district"),
);

function kmBetween(a: { lng: number; lat: number }, b: { lng: number; lat: number }): number {
  const x = (a.lng - b.lng) * Math.cos(((a.lat + b.lat) * Math.PI) / 360);
  return Math.hypot(x, a.lat - b.lat) * kmPerDegree;
}

/** The nearest named place within 20 km, or null. */
export function nearest(place: Place): Near {
  const cached = known.get(place);
  if (cached !== undefined) return cached;
  let best: Near = null;
  for (const named of candidates) {
    if (!named.position) continue;
    const km = kmBetween(place, named.position);
    if (km <= nearKm && (!best || km < best.km)) best = { named, km };
  }
  known.set(place, best);
  return best;
}

/** The nearest place's name in the reader's language; undefined where nothing is near. */
export function nearestName(place: Place, language: Language): string | undefined {
  const near = nearest(place);
  return near ? nameIn(near.named, language) : undefined;
}
