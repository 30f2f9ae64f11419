/** Builds the pages and bundles the server, unless the sources are those of the last build. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { writeTexts } from "./texts.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const sources = ["app", "db", "domain", "map", "server", "public"];
/** Without tsconfig.json, which Next rewrites while it builds. */
const files = [
  "package.json",
  "package-lock.json",
  "next.config.js",
  "postcss.config.mjs",
  "scripts/texts.mjs",
];
const ignored = new Set(["node_modules", "migrations", "generated"]);
const nextFolder = path.join(root, process.env.SEKONG_NEXT_DIST ?? ".next");
const bundle = path.join(root, "dist", "server.mjs");
const stampFile = path.join(nextFolder, "sekong-stamp");

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (ignored.has(entry.name)) continue;
    if (entry.isDirectory()) yield* filesUnder(full);
    else yield full;
  }
}

/** A hash of every file the build reads and of Node's version. */
function stampNow() {
  const hash = createHash("sha256").update(process.version);
  const inFolders = sources
    .map((name) => path.join(root, name))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => [...filesUnder(folder)]);
  const single = files.map((name) => path.join(root, name)).filter((file) => existsSync(file));
  for (const file of [...inFolders, ...single].sort()) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash.update(path.relative(root, file)).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

const isBuilt = (stamp) =>
  existsSync(bundle) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;

/** Runs a script with this version of Node, and passes SIGINT and SIGTERM on to it. */
function run(script, args = []) {
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const child = spawn(process.execPath, [script, ...args], { cwd: root, env, stdio: ["ignore", 2, 2] });
  const end = (signal) => child.kill(signal);
  process.on("SIGINT", end).on("SIGTERM", end);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      process.off("SIGINT", end).off("SIGTERM", end);
      if (code === 0) resolve();
      else reject(new Error(`${path.basename(script)} ended with ${signal ?? code}`));
    });
  });
}

async function bundleServer() {
  const { build, stop } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: ["server/index.ts"],
    outfile: bundle,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    logLevel: "warning",
  });
  await stop();
}

/** Builds unless the build is current; resolves to whether it did. Rejects when a step fails, and the next call builds again. */
export async function buildIfNeeded() {
  const assets = path.join(root, "map", "copy-assets.mjs");
  if (existsSync(assets)) await run(assets);
  writeTexts();
  const stamp = stampNow();
  if (isBuilt(stamp)) return false;
  // Left by an earlier build or by development, these break the build after a route was removed.
  for (const stale of ["dev", "types"])
    rmSync(path.join(nextFolder, stale), { recursive: true, force: true });
  rmSync(stampFile, { force: true });
  await run(path.join(root, "node_modules", "next", "dist", "bin", "next"), ["build"]);
  await bundleServer();
  mkdirSync(nextFolder, { recursive: true });
  writeFileSync(stampFile, stamp);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    const built = await buildIfNeeded();
    console.error(built ? "Built." : "Already built: the sources are unchanged.");
  } catch (error) {
    console.error(`The build failed: ${error.message}`);
    process.exit(1);
  }
}
