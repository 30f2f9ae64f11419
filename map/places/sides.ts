/** Which country a place lies in as the map draws it: for where a symbol may stand, never a ground for jurisdiction. */
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { type Box, boxOf } from "./box";

/** The country whose drawn land a place lies in, degrees WGS84; undefined where none is drawn. */
export type SideAt = (lng: number, lat: number) => string | undefined;
/** What `map/built/countries.json` holds. */
export type Countries = FeatureCollection<Polygon | MultiPolygon, { country: string }>;

type Land = { country: string; box: Box; area: Polygon };

/** The parts of a country one by one, so that most are passed over by their box. */
function landsOf({ features }: Countries): Land[] {
  return features.flatMap(({ properties: { country }, geometry }) => {
    const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    return parts.map((coordinates): Land => {
      const area: Polygon = { type: "Polygon", coordinates };
      return { country, box: boxOf(area), area };
    });
  });
}

/** Looks places up in the countries that are drawn, whose edges are the drawn border itself. */
export function sidesOf(countries: Countries): SideAt {
  const lands = landsOf(countries);
  return (lng, lat) =>
    lands.find(
      ({ box: [west, south, east, north], area }) =>
        lng >= west && lng <= east && lat >= south && lat <= north && booleanPointInPolygon([lng, lat], area),
    )?.country;
}
