/** Finds a Chromium: CHROMIUM_PATH, then the PATH, then Playwright's own, then a download. */
import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium } from "@playwright/test";

/** Flags for software rendering of MapLibre, also as root, and without background requests. */
export const chromiumFlags = [
  "--no-sandbox",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find(isExecutable);
}

function download(): string | undefined {
  const cli = path.join(
    path.dirname(createRequire(import.meta.url).resolve("@playwright/test/package.json")),
    "cli.js",
  );
  try {
    execFileSync(process.execPath, [cli, "install", "chromium"], { stdio: "ignore", timeout: 300_000 });
  } catch {
    return undefined;
  }
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

/** The path of a Chromium. Throws with one sentence when there is none and none can be downloaded. */
export function findChromium(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`CHROMIUM_PATH is not an executable file: ${named}`);
  }
  const found = onPath() ?? (existsSync(chromium.executablePath()) ? chromium.executablePath() : download());
  if (found) return found;
  throw new Error(
    "No Chromium: set CHROMIUM_PATH, or install one (as root: apt-get install chromium; elsewhere: npx playwright install chromium).",
  );
}
