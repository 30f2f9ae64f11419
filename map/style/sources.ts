import type { SourceSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Feature, FeatureCollection, Point } from "geojson";
import { borderPlaces, borderProvinces, neighbourProvinces, type Place, towns } from "../gazetteer";

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
    places: { type: "geojson", data: placeLabels() },
  };
}
