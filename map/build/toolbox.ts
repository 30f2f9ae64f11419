/** The build's tools, imported from the cache at run time, behind the few signatures the build needs. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon } from "geojson";
import { installTools } from "./fetch";

export type Area = Polygon | MultiPolygon;
export type Properties = Record<string, string | number>;
export type Areas = FeatureCollection<Area, Properties>;

type Mapshaper = {
  applyCommands(command: string, input: Record<string, string>): Promise<Record<string, Uint8Array>>;
};

type Turf = {
  buffer(
    area: Feature<Area>,
    distance: number,
    options: { units: "kilometers"; steps: number },
  ): Feature<Area> | undefined;
  difference(areas: FeatureCollection<Area>): Feature<Area> | null;
  intersect(areas: FeatureCollection<Area>): Feature<Area> | null;
  union(areas: FeatureCollection<Area>): Feature<Area> | null;
};

export type DataFile = { get(name: string): { value: ArrayLike<number | bigint> } };
type H5 = { ready: Promise<unknown>; File: new (name: string, mode: "r") => DataFile };

export type Toolbox = {
  turf: Turf;
  openDataFile: (name: string) => DataFile;
  /** Runs mapshaper commands on one GeoJSON object and returns the GeoJSON it writes, rounded to 1e-5 degrees. */
  mapshaper: <Result>(input: object, commands: string) => Promise<Result>;
};

/** A GeoJSON collection of the given features. */
export function collection<G extends Geometry, P>(features: Feature<G, P>[]): FeatureCollection<G, P> {
  return { type: "FeatureCollection", features };
}

/** Loads the tools, installing them first when the cache lacks them. */
export async function loadToolbox(): Promise<Toolbox> {
  const folder = installTools();
  const load = (file: string) => import(pathToFileURL(path.join(folder, file)).href);
  const shaper: { default: Mapshaper } = await load("mapshaper/mapshaper.js");
  const turf: Turf = await load("@turf/turf/dist/esm/index.js");
  const h5: H5 = await load("h5wasm/dist/node/hdf5_hl.js");
  await h5.ready;
  return {
    turf,
    openDataFile: (name) => new h5.File(name, "r"),
    async mapshaper<Result>(input: object, commands: string): Promise<Result> {
      const output = await shaper.default.applyCommands(
        `-i in.json ${commands} -o out.json format=geojson precision=0.00001`,
        { "in.json": JSON.stringify(input) },
      );
      const bytes = output["out.json"];
      if (!bytes) throw new Error(`mapshaper wrote nothing for: ${commands}`);
      return JSON.parse(new TextDecoder().decode(bytes)) as Result;
    },
  };
}
