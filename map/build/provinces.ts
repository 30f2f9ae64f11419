/**
 * Provinces of Natural Earth, made to meet the OpenStreetMap border: the two sources differ by up to 3.3 km there, so
 * each province first grows by 5 km, gives back what is a neighbour's, and is then cut by its country.
 */
import { readFileSync } from "node:fs";
import type { Feature, FeatureCollection, MultiLineString } from "geojson";
import { fetchSource } from "./fetch";
import { innerLines } from "./lands";
import { type Area, type Areas, collection, type Toolbox } from "./toolbox";

/** The five border provinces (docs/domain.md §5) and the provinces that touch them. */
const bordering = ["KH-19", "KH-13", "KH-16", "LA-CH", "LA-AT"];
const around = ["KH-10", "KH-11", "KH-6", "KH-17", "KH-22", "LA-SL", "LA-XE", "LA-SV"];
const growth = { kilometres: 5, steps: 2 };

type Province = Feature<Area, { code: string; country: string }>;
type RawProvinces = FeatureCollection<Area, { iso_3166_2: string; iso_a2: string }>;

function readProvinces(): Province[] {
  const raw: RawProvinces = JSON.parse(readFileSync(fetchSource("provinces"), "utf8"));
  return raw.features
    .filter((feature) => [...bordering, ...around].includes(feature.properties.iso_3166_2))
    .map((feature) => ({
      type: "Feature" as const,
      properties: { code: feature.properties.iso_3166_2, country: feature.properties.iso_a2 },
      geometry: feature.geometry,
    }))
    .sort((left, right) => left.properties.code.localeCompare(right.properties.code));
}

function without(tools: Toolbox, area: Feature<Area>, taken: Feature<Area>): Feature<Area> {
  return tools.turf.difference(collection([area, taken])) ?? area;
}

function fitToCountry(tools: Toolbox, provinces: Province[], country: Feature<Area>): Province[] {
  const fitted: Province[] = [];
  let done: Feature<Area> | undefined;
  for (const province of provinces) {
    let grown: Feature<Area> =
      tools.turf.buffer(province, growth.kilometres, { units: "kilometers", steps: growth.steps }) ??
      province;
    for (const other of provinces) if (other !== province) grown = without(tools, grown, other);
    grown = tools.turf.intersect(collection([grown, country])) ?? province;
    if (done) grown = without(tools, grown, done);
    done = done ? (tools.turf.union(collection([done, grown])) ?? done) : grown;
    fitted.push({ ...province, geometry: grown.geometry });
  }
  return fitted;
}

export type Provinces = { areas: Areas; lines: FeatureCollection<MultiLineString> };

/** The five provinces as areas, and the lines between all provinces shown. */
export async function buildProvinces(tools: Toolbox, countries: Areas): Promise<Provinces> {
  const all = readProvinces();
  const fitted = ["KH", "LA"].flatMap((code) => {
    const country = countries.features.find((feature) => feature.properties.country === code);
    if (!country) throw new Error(`no land for ${code}`);
    return fitToCountry(
      tools,
      all.filter((province) => province.properties.country === code),
      country,
    );
  });
  const clean = await tools.mapshaper<Areas>(
    collection(fitted),
    "snap-interval=0.0002 -filter-islands min-area=1km2 -filter-slivers min-area=2km2 -clean gap-fill-area=20km2 -simplify dp interval=40 keep-shapes",
  );
  const coordinates: MultiLineString["coordinates"] = [];
  for (const country of ["KH", "LA"]) {
    const within = clean.features.filter((feature) => feature.properties.country === country);
    coordinates.push(...(await innerLines(tools, collection(within))));
  }
  const lines: Feature<MultiLineString> = {
    type: "Feature",
    properties: {},
    geometry: { type: "MultiLineString", coordinates },
  };
  const areas = clean.features.filter((feature) => bordering.includes(String(feature.properties.code)));
  return { areas: collection(areas), lines: collection([lines]) };
}
