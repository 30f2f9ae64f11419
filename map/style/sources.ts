import type { SourceSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Feature, FeatureCollection, LineString, Point, Position } from "geojson";
import { borderPlaces, borderProvinces, neighbourProvinces, type Place, rivers, towns } from "../gazetteer";
import { courses, riverIds } from "../places/river-courses";

/** Always shown on the map, in this order. The licences ask for it. */
export const attribution =
  "© OpenStreetMap contributors (ODbL) · Natural Earth · WDB II/GSHHG (LGPL) · GeoNames (CC BY 4.0)";

function labelOf(place: Place, border: boolean): Feature<Point>[] {
  if (!place.position) return [];
  const { km, lo, en } = place.names;
  return [
    {
      type: "Feature",
      properties: {
        id: place.id,
        kind: place.kind,
        rank: place.rank,
        border,
        en: en.text,
        ...(km ? { km: km.text } : {}),
        ...(lo ? { lo: lo.text } : {}),
      },
      geometry: { type: "Point", coordinates: [place.position.lng, place.position.lat] },
    },
  ];
}

/** The gazetteer's places that the map names, as points. */
export function placeLabels(): FeatureCollection<Point> {
  return {
    type: "FeatureCollection",
    features: [
      ...borderProvinces.flatMap((place) => labelOf(place, true)),
      ...neighbourProvinces.flatMap((place) => labelOf(place, false)),
      ...towns.flatMap((place) => labelOf(place, place.province !== undefined)),
      ...borderPlaces.flatMap((place) => labelOf(place, true)),
    ],
  };
}

/** A course with its corners cut, twice: names of rivers run smoothly along it, near the wound line that is drawn. */
function smooth(line: readonly Position[], times = 2): Position[] {
  if (times === 0) return line.map((point) => [...point]);
  const between = (from: Position, to: Position, share: number): Position => [
    (from[0] ?? 0) + share * ((to[0] ?? 0) - (from[0] ?? 0)),
    (from[1] ?? 0) + share * ((to[1] ?? 0) - (from[1] ?? 0)),
  ];
  const cut = line.flatMap((from, index) => {
    const to = line[index + 1];
    return to ? [between(from, to, 0.25), between(from, to, 0.75)] : [];
  });
  return smooth(cut, times - 1);
}

/** The lines along which the rivers are named. */
function riverNames(): FeatureCollection<LineString> {
  const features = rivers.map((river): Feature<LineString> => {
    const id = riverIds.find((known) => known === river.id);
    const { en, km, lo } = river.names;
    return {
      type: "Feature",
      properties: { en: en.text, ...(km ? { km: km.text } : {}), ...(lo ? { lo: lo.text } : {}) },
      geometry: { type: "LineString", coordinates: id ? smooth(courses[id].line) : [] },
    };
  });
  return { type: "FeatureCollection", features };
}

/** The map's own sources: built files from this origin, and the gazetteer's labels inline. */
export function baseSources(base: string): Record<string, SourceSpecification> {
  const built = (name: string): SourceSpecification => ({
    type: "geojson",
    data: `${base}/built/${name}.json`,
    tolerance: 0.2,
  });
  return {
    countries: { type: "geojson", data: `${base}/built/countries.json`, tolerance: 0.2, attribution },
    provinces: built("provinces"),
    "province-lines": built("province-lines"),
    borders: built("borders"),
    rivers: built("rivers"),
    lakes: built("lakes"),
    "river-names": { type: "geojson", data: riverNames(), tolerance: 0 },
    places: { type: "geojson", data: placeLabels() },
  };
}
