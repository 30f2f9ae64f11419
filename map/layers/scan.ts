/** Reads an operator's layer folder; for servers and tools only. */
import { open, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type LayerFile, type OwnLayer, type RefusedLayer, readLayer } from "./describe";
import { readTileFile } from "./tile-file";

const headBytes = 127;

async function read(folder: string, file: string): Promise<Pick<LayerFile, "bytes" | "tiles">> {
  if (!file.endsWith(".pmtiles")) return { bytes: await readFile(path.join(folder, file)) };
  const handle = await open(path.join(folder, file));
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const tiles = await readTileFile(handle);
    return { bytes: buffer.subarray(0, bytesRead), ...(tiles ? { tiles } : {}) };
  } finally {
    await handle.close();
  }
}

async function describe(folder: string, file: string): Promise<string | undefined> {
  const beside = file.replace(/\.(geojson|pmtiles)$/, ".layer.json");
  try {
    return await readFile(path.join(folder, beside), "utf8");
  } catch {
    return undefined;
  }
}

export type ScannedLayers = { layers: OwnLayer[]; refused: RefusedLayer[] };

/** The layers of a folder and the files left out, each in the order of their names; a missing folder has none. */
export async function scanLayers(folder: string): Promise<ScannedLayers> {
  const names = await readdir(folder).catch(() => []);
  const scanned: ScannedLayers = { layers: [], refused: [] };
  for (const file of names.filter((name) => /\.(geojson|pmtiles)$/.test(name)).sort()) {
    const found: LayerFile = {
      file,
      ...(await read(folder, file)),
      description: await describe(folder, file),
    };
    const result = readLayer(found);
    if (result.ok) scanned.layers.push(result.layer);
    else {
      const { ok, ...refused } = result;
      scanned.refused.push(refused);
    }
  }
  return scanned;
}
