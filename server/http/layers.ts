/** Serves the operator's own map layers to signed-in users: the list of the folder, and the files. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { Logger } from "pino";
import { type ScannedLayers, scanLayers } from "@/map/layers/scan";
import { HttpError, sendJson } from "./answer";

export const layersPath = "/api/layers";

export type LayersOptions = {
  folder: string;
  /** Whether the request has a live session. */
  isSignedIn: (request: IncomingMessage) => Promise<boolean>;
  logger: Logger;
};

type Range = { start: number; end: number };

/** The bytes that a Range header asks for; null for the whole file. Throws `invalid` for a range beyond its end. */
export function rangeOf(header: string | undefined, size: number): Range | null {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!found || (found[1] === "" && found[2] === "")) return null;
  const [, from = "", to = ""] = found;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (start > end) {
    throw new HttpError("invalid", "No such part of the file.", { "content-range": `bytes */${size}` }, 416);
  }
  return { start, end };
}

/** The name behind percent signs. Throws `invalid` when it is none. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    throw new HttpError("invalid", "Not a valid address.");
  }
}

export class Layers {
  /** Refusals logged already: each is logged once, not at every request. */
  readonly #logged = new Set<string>();

  constructor(private readonly options: LayersOptions) {}

  /** Answers `/api/layers` and `/api/layers/<file>`; only files in the list are served. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!(await this.options.isSignedIn(request))) throw new HttpError("unauthenticated", "Not signed in.");
    const scanned = await this.#scan();
    const name = decoded((request.url ?? "").split("?", 1)[0]?.slice(layersPath.length + 1) ?? "");
    if (name === "") return sendJson(response, 200, scanned);
    const layer = scanned.layers.find(({ file }) => file === name);
    if (!layer) throw new HttpError("not-found", "No such layer.");
    return this.#send(path.join(this.options.folder, layer.file), request, response);
  }

  /** Reads the folder at every request, so that layers can be added and removed without a restart. */
  async #scan(): Promise<ScannedLayers> {
    const scanned = await scanLayers(this.options.folder);
    for (const { file, reason } of scanned.refused) {
      const line = `the layer ${file} is left out: ${reason}`;
      if (this.#logged.has(line)) continue;
      this.#logged.add(line);
      this.options.logger.warn(line);
    }
    return scanned;
  }

  async #send(file: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { size, mtimeMs } = await stat(file);
    const range = rangeOf(request.headers.range, size);
    const { start, end } = range ?? { start: 0, end: size - 1 };
    response.writeHead(range ? 206 : 200, {
      "content-type": file.endsWith(".geojson") ? "application/geo+json" : "application/octet-stream",
      "content-length": end - start + 1,
      "accept-ranges": "bytes",
      "cache-control": "private, no-cache",
      etag: `"${size}-${Math.round(mtimeMs)}"`,
      ...(range ? { "content-range": `bytes ${start}-${end}/${size}` } : {}),
    });
    if (request.method === "HEAD") response.end();
    else await pipeline(createReadStream(file, { start, end }), response);
  }
}
