/** Lakes and reservoirs larger than 2.5 km², from OpenStreetMap data. */
import { readFileSync } from "node:fs";
import type { FeatureCollection, GeometryCollection } from "geojson";
import { fetchSource } from "./fetch";
import { mapBox } from "./lands";
import { type Area, type Areas, collection, type Toolbox } from "./toolbox";

const smallestSquareMetres = 2_500_000;

/** The lakes inside the box, with about 60 m of detail. */
export async function buildLakes(tools: Toolbox): Promise<Areas> {
  const raw: object = JSON.parse(readFileSync(fetchSource("lakes"), "utf8"));
  const output = await tools.mapshaper<FeatureCollection<Area> | GeometryCollection>(
    raw,
    `-clip bbox=${mapBox.join(",")} -explode -filter "this.area > ${smallestSquareMetres}" -simplify dp interval=60 keep-shapes`,
  );
  const geometries =
    "geometries" in output ? output.geometries : output.features.map((feature) => feature.geometry);
  return collection(
    geometries.flatMap((geometry) =>
      geometry?.type === "Polygon" || geometry?.type === "MultiPolygon"
        ? [{ type: "Feature" as const, properties: {}, geometry }]
        : [],
    ),
  );
}
