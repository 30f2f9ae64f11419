/** Typed places: coordinates in the forms used in the field, and names of the gazetteer. */
import { type PlaceInput, placeInputSchema } from "@/domain/place";
import type { Language } from "@/domain/vocabulary";
import { gazetteer, nameIn } from "@/map/gazetteer";

export type Found = { key: string; label: string; place: PlaceInput };

/** Decimal degrees, latitude first as people say it; the order is told by the area when it is the other way round. */
export function parseDegrees(text: string): PlaceInput | undefined {
  const numbers = text
    .replace(/[NEne°,;]/g, " ")
    .trim()
    .split(/\s+/)
    .map(Number);
  const [first, second] = numbers;
  if (numbers.length !== 2 || first === undefined || second === undefined) return undefined;
  const tries = [
    { lat: first, lng: second },
    { lat: second, lng: first },
  ];
  return tries.find((place) => placeInputSchema.safeParse(place).success);
}

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** Best first; empty when nothing is understood. */
export function findPlaces(text: string, language: Language): Found[] {
  const place = parseDegrees(text);
  if (place) return [{ key: "typed", label: text.trim(), place }];
  const wanted = plain(text.trim());
  return gazetteer.flatMap((entry) => {
    if (!entry.position || entry.kind === "river") return [];
    const names = [entry.names.en.text, entry.names.km?.text, entry.names.lo?.text, ...entry.aliases];
    const hit = names.some((name) => name && (plain(name).startsWith(wanted) || name.includes(text.trim())));
    const { lng, lat } = entry.position;
    return hit ? [{ key: entry.id, label: nameIn(entry, language), place: { lng, lat } }] : [];
  });
}
