/** One search for all that the map shows: places in any script, incidents by reference, units, typed coordinates. */
import {
  type CoordinateError,
  type CoordinateFormat,
  formatCoordinates,
  parseCoordinates,
} from "./coordinates";
import {
  borderProvinces,
  gazetteer,
  nameIn,
  type Place,
  type PlaceKind,
  type PlaceLanguage,
} from "./gazetteer";

import type { Box } from "./places/box";

export type SearchableIncident = { id: string; ref: string };
export type SearchableUnit = { id: string; callsign: string };

type Found = {
  label: string;
  lng: number;
  lat: number;
  /** The zoom at which this kind of place is best seen. */
  zoom: number;
};

/**
 * What a search marks on the map: a point by a pin, what is larger by its name alone; a border province is outlined,
 * and so is the one in which something lies whose own place no source gives.
 */
export type FoundPlace = Found & { mark: "pin" | "name"; outline?: { code: string; box: Box } } & {
  /** Said beside the name: what the mark does not show. */
  hint?: string;
};

export type SearchResult =
  | (FoundPlace & {
      type: "place";
      id: string;
      kind: PlaceKind;
      /** The province's name in the reader's language, when it lies in one of the five. */
      within?: string;
      /** True when no source gives the place itself: the map then shows its province. */
      approximate: boolean;
      note?: string;
    })
  | { type: "incident"; id: string; label: string }
  | { type: "unit"; id: string; label: string }
  | (FoundPlace & { type: "coordinates"; format: CoordinateFormat });

export type SearchAnswer = { results: readonly SearchResult[]; error?: CoordinateError };

export type SearchOptions = {
  language: PlaceLanguage;
  incidents?: Iterable<SearchableIncident>;
  units?: Iterable<SearchableUnit>;
  /** How many results at most; default 8. */
  limit?: number;
};

const zoomOf: Record<PlaceKind, number> = {
  province: 8.6,
  district: 10,
  town: 11.5,
  crossing: 12,
  post: 12,
  river: 9.5,
  "liaison-office": 12,
};
const provinceZoom = 8.6;
/** A district has no outline and a river no middle: their names stand where they are looked for. */
const markOf: Record<PlaceKind, FoundPlace["mark"]> = {
  province: "name",
  district: "name",
  town: "pin",
  crossing: "pin",
  post: "pin",
  river: "name",
  "liaison-office": "pin",
};

/**
 * Text as it is compared: no case, Latin accents, spaces or punctuation; Khmer and Lao letters all kept. The two ways
 * to write the Khmer subscript TA and DA, which look alike, count as one.
 */
export function searchable(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/\u17d2\u178a/g, "\u17d2\u178f")
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}

/** True when one change of a letter at most parts the two. */
function almost(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false;
  let from = 0;
  while (from < left.length && from < right.length && left[from] === right[from]) from += 1;
  const rest = [left.slice(from), right.slice(from)] as const;
  return (
    rest[0].slice(1) === rest[1].slice(1) || rest[0].slice(1) === rest[1] || rest[0] === rest[1].slice(1)
  );
}

/** How well a text fits what was typed: 0 not at all, 5 the same. */
function closeness(typed: string, text: string): number {
  const compared = searchable(text);
  if (compared === typed) return 5;
  if (compared.startsWith(typed)) return 4;
  const words = text.split(/[\s/–'-]+/).map(searchable);
  if (words.some((word) => word.startsWith(typed))) return 3;
  if (typed.length > 2 && compared.includes(typed)) return 2;
  if (typed.length > 4 && [compared, ...words].some((word) => almost(typed, word))) return 1;
  return 0;
}

function fitOfPlace(typed: string, { names, aliases }: Place): number {
  const own = [names.en, names.km, names.lo].map((name) => (name ? closeness(typed, name.text) : 0));
  return Math.max(...own, ...aliases.map((alias) => closeness(typed, alias) - 0.25));
}

function resultOf(place: Place, language: PlaceLanguage): SearchResult | undefined {
  const province = borderProvinces.find((each) => each.id === place.province);
  const at = place.position ?? province?.position;
  if (!at) return undefined;
  const approximate = place.position === undefined;
  const box = approximate || place.kind === "province" ? province?.extent : undefined;
  return {
    type: "place",
    id: place.id,
    kind: place.kind,
    label: nameIn(place, language),
    lng: at.lng,
    lat: at.lat,
    zoom: approximate ? provinceZoom : zoomOf[place.kind],
    mark: approximate ? "name" : markOf[place.kind],
    ...(province && box ? { outline: { code: province.id, box } } : {}),
    approximate,
    ...(province && place.kind !== "province" ? { within: nameIn(province, language) } : {}),
    ...(place.note ? { note: place.note } : {}),
  };
}

function places(typed: string, { language }: SearchOptions): [score: number, result: SearchResult][] {
  return gazetteer.flatMap((place) => {
    const score = fitOfPlace(typed, place);
    const result = score > 0 ? resultOf(place, language) : undefined;
    return result ? [[score - place.rank / 10, result] as [number, SearchResult]] : [];
  });
}

function incidents(
  typed: string,
  { incidents: all = [] }: SearchOptions,
): [score: number, result: SearchResult][] {
  const found: [number, SearchResult][] = [];
  if (typed.length < 2) return found;
  for (const { id, ref } of all) {
    const compared = searchable(ref);
    if (!compared.includes(typed)) continue;
    const score = compared === typed ? 6 : compared.endsWith(typed) ? 5 : 3.5;
    found.push([score, { type: "incident", id, label: ref }]);
  }
  return found;
}

function units(typed: string, { units: all = [] }: SearchOptions): [score: number, result: SearchResult][] {
  return [...all].flatMap(({ id, callsign }) => {
    const score = closeness(typed, callsign);
    return score > 1 ? [[score, { type: "unit", id, label: callsign }] as [number, SearchResult]] : [];
  });
}

/** What the typed text may mean, best first; `error` when it is coordinates that name no place here. */
export function search(text: string, options: SearchOptions): SearchAnswer {
  const limit = options.limit ?? 8;
  const coordinates = parseCoordinates(text);
  if (coordinates?.ok) {
    const { lng, lat, format } = coordinates;
    return {
      results: [
        {
          type: "coordinates",
          format,
          lng,
          lat,
          zoom: 13,
          mark: "pin",
          label: formatCoordinates(lng, lat, format),
        },
      ],
    };
  }
  const typed = searchable(text);
  if (typed.length === 0) return { results: [] };
  const results = [...places(typed, options), ...incidents(typed, options), ...units(typed, options)]
    .sort(([left], [right]) => right - left)
    .slice(0, limit)
    .map(([, result]) => result);
  return coordinates && results.length === 0 ? { results, error: coordinates.error } : { results };
}
