/** Country areas and the lines between them, from OpenStreetMap data. */
import { readFileSync } from "node:fs";
import type {
  Feature,
  FeatureCollection,
  Geometry,
  GeometryCollection,
  LineString,
  MultiLineString,
} from "geojson";
import { fetchSource } from "./fetch";
import { type Areas, collection, type Toolbox } from "./toolbox";

/** West, south, east, north: what the map can show when zoomed out. */
export const mapBox = [101, 9.5, 110.6, 19.5] as const;

const wanted: Record<string, string> = { KHM: "KH", LAO: "LA", THA: "TH", VNM: "VN", MMR: "MM", CHN: "CN" };
const pairs = [
  "KH-LA",
  "KH-TH",
  "KH-VN",
  "LA-TH",
  "LA-VN",
  "LA-CN",
  "LA-MM",
  "MM-TH",
  "CN-VN",
  "CN-MM",
] as const;

type RawCountries = FeatureCollection<Areas["features"][number]["geometry"], { A3: string }>;

/** Land of the six countries inside the box; keeps about 60 m of detail, which is finer than the sources agree on. */
export async function buildCountries(tools: Toolbox): Promise<Areas> {
  const raw: RawCountries = JSON.parse(readFileSync(fetchSource("countries"), "utf8"));
  const chosen = raw.features.flatMap((feature) => {
    const country = wanted[feature.properties.A3];
    return country ? [{ type: "Feature" as const, properties: { country }, geometry: feature.geometry }] : [];
  });
  return tools.mapshaper<Areas>(
    collection(chosen),
    `snap-interval=0.00005 -clip bbox=${mapBox.join(",")} -clean -simplify dp interval=60 keep-shapes`,
  );
}

type Lines = FeatureCollection<Geometry> | GeometryCollection;

/** The line strings in what mapshaper wrote, whatever it wrapped them in. */
export function lineStrings(output: Lines): LineString["coordinates"][] {
  const geometries =
    "geometries" in output ? output.geometries : output.features.map((feature) => feature.geometry);
  return geometries.flatMap((geometry) => {
    if (geometry?.type === "LineString") return [geometry.coordinates];
    return geometry?.type === "MultiLineString" ? geometry.coordinates : [];
  });
}

/** The inner lines between the areas of one collection. */
export async function innerLines(tools: Toolbox, areas: Areas): Promise<LineString["coordinates"][]> {
  return lineStrings(await tools.mapshaper<Lines>(areas, "-innerlines"));
}

/** One feature per pair of countries: its line inside the box. */
export async function buildBorders(
  tools: Toolbox,
  countries: Areas,
): Promise<FeatureCollection<MultiLineString>> {
  const features: Feature<MultiLineString>[] = [];
  for (const pair of pairs) {
    const sides = pair.split("-");
    const two = countries.features.filter((feature) => sides.includes(String(feature.properties.country)));
    if (two.length < 2) continue;
    const coordinates = await innerLines(tools, collection(two));
    if (coordinates.length > 0) {
      features.push({
        type: "Feature",
        properties: { pair },
        geometry: { type: "MultiLineString", coordinates },
      });
    }
  }
  return collection(features);
}
