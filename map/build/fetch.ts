/** Fetches the pinned archives into the git-ignored cache and takes out the few files the build reads. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Source, type SourceId, sources } from "./sources";

export const cacheFolder = path.resolve(".map-cache");

function run(command: string, parameters: string[], folder: string): void {
  execFileSync(command, parameters, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}

function archiveOf(source: Source): string | undefined {
  const stem = source.name.replace("@", "").replace("/", "-");
  const name = readdirSync(cacheFolder).find((entry) =>
    source.registry === "npm"
      ? entry === `${stem}-${source.version}.tgz`
      : entry.startsWith(`${stem}_${source.version}_`),
  );
  return name ? path.join(cacheFolder, name) : undefined;
}

function download(source: Source): string {
  const present = archiveOf(source);
  if (present) return present;
  console.log(`fetching ${source.name} ${source.version}`);
  if (source.registry === "npm") {
    run("npm", ["pack", "--silent", `${source.name}@${source.version}`], cacheFolder);
  } else {
    run("apt-get", ["download", `${source.name}=${source.version}`], cacheFolder);
  }
  const fetched = archiveOf(source);
  if (!fetched) throw new Error(`${source.name} ${source.version} was not fetched`);
  return fetched;
}

/** The bytes of one file, in SHA-256. */
export function sha256(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Where the wanted file of a source lies after fetching and unpacking; throws when the archive is not the pinned one. */
export function fetchSource(id: SourceId): string {
  const source: Source = sources[id];
  mkdirSync(path.join(cacheFolder, id), { recursive: true });
  const archive = download(source);
  const found = sha256(readFileSync(archive));
  if (found !== source.sha256) {
    throw new Error(`${source.name}: archive has sha256 ${found}, the build is pinned to ${source.sha256}`);
  }
  const folder = path.join(cacheFolder, id);
  const [wanted] = source.files;
  if (!wanted) throw new Error(`${source.name} names no file`);
  const target = path.join(folder, wanted);
  if (existsSync(target)) return target;
  if (source.registry === "npm") {
    run("tar", ["xzf", archive, "-C", folder, wanted], folder);
  } else {
    run("sh", ["-c", 'dpkg-deb --fsys-tarfile "$1" | tar x "$2"', "unpack", archive, wanted], folder);
  }
  return target;
}

/** Installs the build's own tools into the cache, so that no install of Sekong carries them. */
export function installTools(): string {
  const folder = path.join(cacheFolder, "tools");
  mkdirSync(folder, { recursive: true });
  const own = path.resolve("map/build/tools");
  for (const name of ["package.json", "package-lock.json"]) {
    copyFileSync(path.join(own, name), path.join(folder, name));
  }
  if (!existsSync(path.join(folder, "node_modules/mapshaper/package.json"))) {
    console.log("installing the build tools");
    run("npm", ["ci", "--silent", "--no-audit", "--no-fund"], folder);
  }
  return path.join(folder, "node_modules");
}
