import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import built from "../built/provinces.json";
import { type Box, boxOf } from "./box";

/** The five border provinces by ISO code (docs/domain.md §5). */
export type BorderProvince = "KH-19" | "KH-13" | "KH-16" | "LA-CH" | "LA-AT";

type Province = { code: BorderProvince; box: Box; area: Polygon | MultiPolygon };

const codes: readonly string[] = ["KH-19", "KH-13", "KH-16", "LA-CH", "LA-AT"] satisfies BorderProvince[];

function isBorderProvince(code: string): code is BorderProvince {
  return codes.includes(code);
}

function readProvinces(): Province[] {
  // The built file is committed and checked by a test, so its shape is known.
  const { features } = built as unknown as FeatureCollection<Polygon | MultiPolygon, { code: string }>;
  return features.flatMap(({ properties, geometry }) =>
    isBorderProvince(properties.code)
      ? [{ code: properties.code, box: boxOf(geometry), area: geometry }]
      : [],
  );
}

const provinces = readProvinces();

/**
 * The border province a place lies in, or undefined outside the five. Degrees in WGS 84. Good to about a kilometre
 * (the sources differ by up to 3.3 km along the border): a hint for a report, never a ground for jurisdiction.
 */
export function provinceAt(lng: number, lat: number): BorderProvince | undefined {
  return provinces.find(
    ({ box: [west, south, east, north], area }) =>
      lng >= west && lng <= east && lat >= south && lat <= north && booleanPointInPolygon([lng, lat], area),
  )?.code;
}
