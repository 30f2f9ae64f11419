import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pino from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HttpError, sendError } from "./answer";
import { Layers, rangeOf } from "./layers";

const roads = JSON.stringify({
  type: "FeatureCollection",
  features: [{ type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [106, 14] } }],
});
const description = JSON.stringify({ title: { en: "Roads" }, attribution: "© Road office", style: "point" });

let folder = "";
let server: Server;
let base = "";
const lines: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sekong-layers-"));
  await writeFile(path.join(folder, "roads.geojson"), roads);
  await writeFile(path.join(folder, "roads.layer.json"), description);
  await writeFile(path.join(folder, "bad.geojson"), "{");
  await writeFile(path.join(folder, "bad.layer.json"), description);
  await writeFile(path.join(folder, "secret.key"), "secret");
  lines.length = 0;
  const logger = pino({}, { write: (line: string) => void lines.push(line) });
  const isSignedIn = async (request: { headers: { cookie?: string } }) => request.headers.cookie === "me";
  const layers = new Layers({ folder, isSignedIn, logger });
  server = createServer((request, response) => {
    layers.handle(request, response).catch((error: unknown) => {
      if (error instanceof HttpError) sendError(response, error);
      else response.destroy();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/layers`;
});
afterEach(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const get = (name = "", headers: Record<string, string> = {}) =>
  fetch(base + name, { headers: { cookie: "me", ...headers } });

describe("the operator's layers over HTTP", () => {
  it("lists the valid layers, and names the invalid one with its reason, logged once", async () => {
    const answer = (await (await get()).json()) as { layers: { id: string }[]; refused: unknown };
    expect(answer.layers.map(({ id }) => id)).toEqual(["roads"]);
    expect(answer.refused).toEqual([
      { file: "bad.geojson", reason: "not a JSON file", code: "not-json", values: {} },
    ]);
    await get();
    expect(
      lines.filter((line) => line.includes("the layer bad.geojson is left out: not a JSON file")),
    ).toHaveLength(1);
  });

  it("serves a listed file whole and in parts", async () => {
    expect(await (await get("/roads.geojson")).text()).toBe(roads);
    const part = await get("/roads.geojson", { range: "bytes=2-5" });
    expect([part.status, await part.text(), part.headers.get("content-range")]).toEqual([
      206,
      roads.slice(2, 6),
      `bytes 2-5/${roads.length}`,
    ]);
  });

  it.each(["/bad.geojson", "/secret.key", "/..%2Fsecret.key", "/roads.layer.json", "/nothing"])(
    "does not serve %s",
    async (name) => {
      expect((await get(name)).status).toBe(404);
    },
  );

  it("answers only signed-in users", async () => {
    expect((await get("", { cookie: "" })).status).toBe(401);
    expect((await get("/roads.geojson", { cookie: "" })).status).toBe(401);
  });
});

describe("rangeOf", () => {
  it.each([
    [undefined, null],
    ["bytes=0-", { start: 0, end: 99 }],
    ["bytes=-10", { start: 90, end: 99 }],
    ["bytes=90-400", { start: 90, end: 99 }],
    ["lines=1-2", null],
    ["bytes=-", null],
  ])("%s", (header, range) => {
    expect(rangeOf(header, 100)).toEqual(range);
  });

  it("rejects a range beyond the end", () => {
    expect(() => rangeOf("bytes=100-", 100)).toThrow(expect.objectContaining({ status: 416 }));
  });
});
