/** Makes the committed map files from the pinned packages: `npm run map:build`. The same sources give the same bytes. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { sha256 } from "./fetch";
import { buildLakes } from "./lakes";
import { buildBorders, buildCountries } from "./lands";
import { buildProvinces } from "./provinces";
import { buildRivers } from "./rivers";
import { type Source, sources } from "./sources";
import { loadToolbox } from "./toolbox";

const folder = path.resolve("map/built");

type Written = { bytes: number; sha256: string };

/** Coordinates keep four decimals (11 m), well below what the sources agree on. */
function serialise(value: object): string {
  return `${JSON.stringify(value, (_, item) => (typeof item === "number" ? Math.round(item * 1e4) / 1e4 : item))}\n`;
}

function write(name: string, value: object): [string, Written] {
  const text = serialise(value);
  writeFileSync(path.join(folder, name), text);
  const written = { bytes: Buffer.byteLength(text), sha256: sha256(text) };
  console.log(`${name}: ${written.bytes} bytes, ${gzipSync(text).length} gzipped`);
  return [name, written];
}

async function build(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const tools = await loadToolbox();
  const countries = await buildCountries(tools);
  const { areas, lines } = await buildProvinces(tools, countries);
  const files = Object.fromEntries([
    write("countries.json", countries),
    write("provinces.json", areas),
    write("province-lines.json", lines),
    write("borders.json", await buildBorders(tools, countries)),
    write("lakes.json", await buildLakes(tools)),
    write("rivers.json", await buildRivers(tools)),
  ]);
  const packages = Object.values(sources).map(
    ({ registry, name, version, sha256: hash, licence, attribution }: Source) => ({
      registry,
      name,
      version,
      sha256: hash,
      licence,
      attribution,
    }),
  );
  writeFileSync(path.join(folder, "lock.json"), `${JSON.stringify({ sources: packages, files }, null, 2)}\n`);
}

await build();
