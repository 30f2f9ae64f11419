import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tileFile } from "@/tests/support/tile-file";
import { readLayer } from "./describe";
import { scanLayers } from "./scan";

const bytes = (value: unknown) =>
  new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
const description = JSON.stringify({ title: { en: "Roads" }, attribution: "© Road office", style: "line" });
const line = (coordinates: unknown) => ({
  type: "FeatureCollection",
  features: [{ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } }],
});
const good = line([
  [106, 13.5],
  [106, 13.9],
]);

describe("readLayer", () => {
  it("takes a described GeoJSON file", () => {
    expect(readLayer({ file: "roads.geojson", bytes: bytes(good), description })).toEqual({
      ok: true,
      layer: {
        id: "roads",
        file: "roads.geojson",
        format: "geojson",
        features: 1,
        title: { en: "Roads" },
        attribution: "© Road office",
        style: "line",
        shown: false,
      },
    });
  });

  it.each([
    ["a script", "roads.js", good, description, /must be letters/],
    ["a path", "../roads.geojson", good, description, /must be letters/],
    ["no description", "roads.geojson", good, undefined, /roads\.layer\.json is missing/],
    ["no attribution", "roads.geojson", good, '{"title":{"en":"Roads"},"style":"line"}', /attribution/],
    [
      "an unknown key",
      "roads.geojson",
      good,
      description.replace('"style"', '"url":"x","style"'),
      /layer\.json/,
    ],
    ["broken description", "roads.geojson", good, "{", /is not JSON/],
    ["broken JSON", "roads.geojson", "{", description, /not a JSON file/],
    [
      "a geometry alone",
      "roads.geojson",
      { type: "Point", coordinates: [1, 2] },
      description,
      /FeatureCollection/,
    ],
    ["no features", "roads.geojson", { type: "FeatureCollection", features: [] }, description, /no features/],
    [
      "the moon",
      "roads.geojson",
      line([[1000, 2000]]),
      description,
      /feature 1: invalid coordinates 1000, 2000/,
    ],
    ["metres for degrees", "roads.geojson", line([[608029, 1540101]]), description, /invalid coordinates/],
    ["words for numbers", "roads.geojson", line(["a"]), description, /coordinates are not a list/],
    ["a basemap style", "roads.geojson", good, description.replace("line", "basemap"), /does not fit/],
    [
      "tiles that are none",
      "north.pmtiles",
      "hello",
      description.replace("line", "basemap"),
      /not a PMTiles/,
    ],
  ])("leaves out %s and says why", (_, file, data, describing, reason) => {
    const result = readLayer({ file, bytes: bytes(data), description: describing });
    expect(result).toMatchObject({ ok: false, file });
    expect(result.ok ? "" : result.reason).toMatch(reason);
  });
});

describe("scanLayers", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "sekong-layers-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("keeps the good files and names the bad one", async () => {
    await writeFile(path.join(folder, "roads.geojson"), JSON.stringify(good));
    await writeFile(path.join(folder, "roads.layer.json"), description);
    await writeFile(path.join(folder, "bad.geojson"), "{");
    await writeFile(path.join(folder, "bad.layer.json"), description);
    await writeFile(path.join(folder, "readme.txt"), "not a layer");
    const { layers, refused } = await scanLayers(folder);
    expect(layers.map((layer) => layer.id)).toEqual(["roads"]);
    expect(refused).toEqual([
      { file: "bad.geojson", reason: "not a JSON file", code: "not-json", values: {} },
    ]);
  });

  const road = [
    [105.97, 13.53],
    [106, 13.93],
  ] as const;
  const scanTiles = async (file: Uint8Array, style: string) => {
    await writeFile(path.join(folder, "north.pmtiles"), file);
    await writeFile(path.join(folder, "north.layer.json"), description.replace('"line"', `"${style}"`));
    return scanLayers(folder);
  };

  it("takes a PMTiles file of roads as a base map, and one of anything in a style of its own", async () => {
    expect((await scanTiles(tileFile(road), "basemap")).layers).toMatchObject([
      { id: "north", format: "pmtiles", vectorLayers: ["roads"] },
    ]);
    expect((await scanTiles(tileFile(road, { layer: "no-go" }), "area")).layers).toMatchObject([
      { vectorLayers: ["no-go"] },
    ]);
  });

  it.each([
    ["cut off", tileFile(road).slice(0, -20), "cut"],
    ["with tiles that are rubbish", tileFile(road, { tile: new Uint8Array(60).fill(7) }), "damaged"],
    ["with a directory that is rubbish", tileFile(road).fill(7, 127, 150), "damaged"],
    ["that ends after its header", tileFile(road).slice(0, 127), "damaged"],
    ["of pictures", tileFile(road).fill(2, 99, 100), "pictures"],
    ["without roads, as a base map", tileFile(road, { layer: "water" }), "no-layers"],
    ["of another version", tileFile(road).fill(2, 7, 8), "version"],
  ])("leaves out a PMTiles file %s", async (_, file, code) => {
    const { layers, refused } = await scanTiles(file, "basemap");
    expect([layers, refused.map((each) => [each.file, each.code])]).toEqual([[], [["north.pmtiles", code]]]);
  });

  it("finds nothing in a folder that is not there", async () => {
    expect(await scanLayers(path.join(folder, "nowhere"))).toEqual({ layers: [], refused: [] });
  });
});
