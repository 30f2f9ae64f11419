/**
 * Puts what the map's browser side fetches under public/map (git-ignored): the built map files, MapLibre's worker and
 * the fonts of the labels. Copies only what changed, so that it may run at every start.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const target = path.join(root, "public", "map");
const { resolve } = createRequire(import.meta.url);

const weights = ["400", "600"];
const fonts = [
  ["noto-sans", "latin"],
  ["noto-sans", "latin-ext"],
  ["noto-sans-khmer", "khmer"],
  ["noto-sans-lao", "lao"],
];

/** @returns {[from: string, to: string][]} */
function wanted() {
  const built = path.join(root, "map", "built");
  const files = readdirSync(built).filter((name) => name.endsWith(".json"));
  const worker = path.join(
    path.dirname(resolve("maplibre-gl/package.json")),
    "dist",
    "maplibre-gl-worker.mjs",
  );
  return [
    ...files.map((name) => /** @type {[string, string]} */ ([path.join(built, name), `built/${name}`])),
    [worker, "vendor/maplibre-gl-worker.mjs"],
    ...fonts.flatMap(([family, script]) =>
      weights.map((weight) => {
        const name = `${family}-${script}-${weight}-normal.woff2`;
        const from = path.join(path.dirname(resolve(`@fontsource/${family}/package.json`)), "files", name);
        return /** @type {[string, string]} */ ([from, `vendor/${name}`]);
      }),
    ),
  ];
}

/** Copies every asset that is missing or differs; returns how many were copied. */
export function copyMapAssets() {
  let copied = 0;
  for (const [from, name] of wanted()) {
    const to = path.join(target, name);
    mkdirSync(path.dirname(to), { recursive: true });
    if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) continue;
    copyFileSync(from, to);
    copied += 1;
  }
  return copied;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  console.log(`map assets: ${copyMapAssets()} copied to public/map`);
}
