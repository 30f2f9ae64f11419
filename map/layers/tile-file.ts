/** Looks into a PMTiles file: is it whole, does it hold vector tiles, can they be read? For servers and tools only. */
import type { FileHandle } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { Compression, type Header, PMTiles, type Source, TileType } from "pmtiles";
import { z } from "zod";
import type { TileFile } from "./describe";

const metadataSchema = z.object({ vector_layers: z.array(z.object({ id: z.string() })) });

function sourceOf(handle: FileHandle): Source {
  return {
    getKey: () => "file",
    getBytes: async (offset, length) => {
      const data = new Uint8Array(length);
      const { bytesRead } = await handle.read(data, 0, length, offset);
      return { data: data.buffer.slice(0, bytesRead) };
    },
  };
}

/** Reads one tile of the first directory, so that a file whose tiles are rubbish is found out here and not on a map. */
async function readOneTile(tiles: PMTiles, header: Header): Promise<void> {
  const { rootDirectoryOffset, rootDirectoryLength, tileDataOffset, tileCompression } = header;
  const entries = await tiles.cache.getDirectory(
    tiles.source,
    rootDirectoryOffset,
    rootDirectoryLength ?? 0,
    header,
  );
  const tile = entries.find(({ runLength }) => runLength > 0);
  if (!tile) return;
  const { data } = await tiles.source.getBytes(tileDataOffset + tile.offset, tile.length);
  if (tileCompression === Compression.Gzip) gunzipSync(new Uint8Array(data));
}

async function layersOf(tiles: PMTiles, header: Header): Promise<string[] | undefined> {
  try {
    const metadata = metadataSchema.parse(await tiles.getMetadata());
    await readOneTile(tiles, header);
    return metadata.vector_layers.map(({ id }) => id);
  } catch {
    return undefined;
  }
}

/** What an open file holds, or undefined when it is no PMTiles file that can be read. */
export async function readTileFile(handle: FileHandle): Promise<TileFile | undefined> {
  const { size } = await handle.stat();
  const tiles = new PMTiles(sourceOf(handle));
  try {
    const header = await tiles.getHeader();
    const needed = header.tileDataOffset + (header.tileDataLength ?? 0);
    const isVector = header.tileType === TileType.Mvt;
    return { size, needed, isVector, layers: size < needed ? undefined : await layersOf(tiles, header) };
  } catch {
    return undefined;
  }
}
