/** A page with the engine alone, in a real Chromium without any network but this machine's. */
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname ?? ".", "../../../..");
const flags = [
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
const types: Record<string, string> = {
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".woff2": "font/woff2",
};
/** The sizes and colours that the application brings along; a browser knows no `@theme`, so it is read as plain CSS. */
const looks = ["tokens.css", "type-scale.css"]
  .map((name) => readFileSync(path.join(root, "app/ui", name), "utf8"))
  .join("\n")
  .replaceAll(/@theme [a-z ]+\{/g, ":root {");
const html = `<!doctype html><link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css">
<style>${looks}html,body{margin:0;height:100%}#map{position:absolute;inset:0}</style><div id="map"></div>
<script type="module" src="/page.js"></script>`;

/** The first Chromium of the ways a machine may have one; Playwright's own when none is installed. */
function executable(): string | undefined {
  const onPath = (process.env.PATH ?? "").split(path.delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const found = onPath.flatMap((folder) => names.map((name) => path.join(folder, name))).find(existsSync);
  return process.env.CHROMIUM_PATH ?? found;
}

async function bundle(entry: string): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, entry)],
    bundle: true,
    write: false,
    format: "esm",
    minify: true,
    outfile: "/page.js",
    alias: { "@": root },
    absWorkingDir: root,
    logLevel: "error",
  });
  return new Map(outputFiles.map((file) => [`/${path.basename(file.path)}`, file.contents]));
}

async function serve(files: Map<string, Uint8Array>): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const answer = async () => {
      if (pathname === "/") return html;
      return files.get(pathname) ?? readFile(path.join(root, "public", path.normalize(pathname)));
    };
    answer().then(
      (body) => {
        const extension = path.extname(pathname) || ".html";
        const head = { "content-type": types[extension] ?? "" };
        // Compressed as the real server does; fonts are compressed already.
        if (extension === ".woff2") response.writeHead(200, head).end(body);
        else response.writeHead(200, { ...head, "content-encoding": "gzip" }).end(gzipSync(body));
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return server;
}

export type MapPage = {
  page: Page;
  /** Requests to another host; must stay empty. */
  foreign: string[];
  /** What the page reported as errors; must stay empty. */
  errors: string[];
  /** Waits until the map has drawn everything. */
  idle: () => Promise<void>;
  close: () => Promise<void>;
};

type OpenOptions = {
  /** The page's script, from the root; default the page of the engine's test. */
  entry?: string;
  screen?: "command" | "wall";
  /** Width and height of the page; default 800 × 640. */
  viewport?: { width: number; height: number };
  /** A file of the map that is never answered; then nothing waits for the map to be idle. */
  withhold?: string;
  /** What the page sets on `window` when it is ready, where it shows no map by itself. */
  waitFor?: string;
};

/** Opens the page; the caller closes it. Throws when this machine has no Chromium. */
export async function openMapPage({
  withhold,
  waitFor = withhold === undefined ? undefined : "probe",
  screen = "command",
  viewport = { width: 800, height: 640 },
  entry = "app/map/engine/testing/engine-page.ts",
}: OpenOptions = {}): Promise<MapPage> {
  const server = await serve(await bundle(entry));
  const browser: Browser = await chromium.launch({ executablePath: executable(), args: flags });
  const page = await browser.newPage({ viewport });
  const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [foreign, errors]: [string[], string[]] = [[], []];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !/^(data|blob):/.test(url)) foreign.push(url);
  });
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  const idle = () =>
    page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const { map } = window.probe.engine;
          const look = () => {
            if (document.getElementById("map")?.dataset.mapIdle === "true") resolve();
            else map.once("idle", look);
          };
          map.once("idle", look);
          map.triggerRepaint();
        }),
    );
  const close = async () => {
    await browser.close();
    server.close();
  };
  if (withhold !== undefined) await page.route(`**/${withhold}`, () => undefined);
  await page.goto(`${own}/?${screen}`);
  if (waitFor === undefined) await page.waitForSelector('#map[data-map-idle="true"]', { timeout: 120_000 });
  else await page.waitForFunction((name) => name in window, waitFor);
  return { page, foreign, errors, idle, close };
}
