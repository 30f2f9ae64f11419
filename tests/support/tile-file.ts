/** Writes a small PMTiles file (version 3) of one vector tile, for tests of the operator's own layers. */
import { gzipSync } from "node:zlib";
import { Compression, TileType, zxyToTileId } from "pmtiles";

type Place = readonly [lng: number, lat: number];
export type TileFileOptions = {
  /** The name of the one vector layer; default "roads". */
  layer?: string;
  /** The bytes of the tile; to write a damaged one. */
  tile?: Uint8Array;
};

const zoom = 6;
const extent = 4096;
const headerBytes = 127;

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(Math.floor(value / 0x80))];
}

/** A field of bytes in a protocol buffer. */
const bytesField = (number: number, bytes: readonly number[]): number[] => [
  ...varint(number * 8 + 2),
  ...varint(bytes.length),
  ...bytes,
];
const numberField = (number: number, value: number): number[] => [...varint(number * 8), ...varint(value)];
const zigzag = (value: number): number => (value < 0 ? -value * 2 - 1 : value * 2);

/** A place in tile coordinates of the zoom level, with fractions. */
function inTiles([lng, lat]: Place): [x: number, y: number] {
  const north = Math.asinh(Math.tan((lat * Math.PI) / 180));
  return [((lng + 180) / 360) * 2 ** zoom, ((1 - north / Math.PI) / 2) * 2 ** zoom];
}

/** The line as the geometry commands of a vector tile: move to the first point, then line to each. */
function commandsOf(line: readonly Place[], [left, top]: readonly [number, number]): number[] {
  let [atX, atY] = [0, 0];
  const steps = line.map((place): [number, number] => {
    const [x, y] = inTiles(place);
    const [nextX, nextY] = [Math.round((x - left) * extent), Math.round((y - top) * extent)];
    const step: [number, number] = [zigzag(nextX - atX), zigzag(nextY - atY)];
    [atX, atY] = [nextX, nextY];
    return step;
  });
  const [first = [0, 0], ...rest] = steps;
  return [9, ...first, rest.length * 8 + 2, ...rest.flat()].flatMap(varint);
}

function vectorTile(layer: string, line: readonly Place[], tile: readonly [number, number]): Uint8Array {
  const feature = [...numberField(3, 2), ...bytesField(4, commandsOf(line, tile))];
  const name = [...new TextEncoder().encode(layer)];
  const content = [...numberField(15, 2), ...bytesField(1, name), ...bytesField(2, feature)];
  return new Uint8Array(bytesField(3, [...content, ...numberField(5, extent)]));
}

type Parts = { directory: Uint8Array; metadata: Uint8Array; tile: Uint8Array };

function headerOf(
  { directory, metadata, tile }: Parts,
  [west, south, east, north]: readonly number[],
): Uint8Array {
  const bytes = new Uint8Array(headerBytes);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode("PMTiles"));
  bytes[7] = 3;
  const metadataAt = headerBytes + directory.length;
  const tileAt = metadataAt + metadata.length;
  const longs = [
    headerBytes,
    directory.length,
    metadataAt,
    metadata.length,
    tileAt,
    0,
    tileAt,
    tile.length,
    1,
    1,
    1,
  ];
  for (const [index, value] of longs.entries()) view.setBigUint64(8 + index * 8, BigInt(value), true);
  bytes.set([1, Compression.Gzip, Compression.Gzip, TileType.Mvt, zoom, zoom], 96);
  for (const [index, degrees] of [west, south, east, north].entries())
    view.setInt32(102 + index * 4, Math.round((degrees ?? 0) * 1e7), true);
  bytes[118] = zoom;
  view.setInt32(119, Math.round((west ?? 0) * 1e7), true);
  view.setInt32(123, Math.round((south ?? 0) * 1e7), true);
  return bytes;
}

/** The bytes of a file with one line, whose places must all be in one tile of zoom level 6. */
export function tileFile(line: readonly Place[], options: TileFileOptions = {}): Uint8Array {
  const { layer = "roads" } = options;
  const [x, y] = inTiles(line[0] ?? [0, 0]).map(Math.floor) as [number, number];
  const tile = options.tile ?? gzipSync(vectorTile(layer, line, [x, y]));
  const entry = [1, zxyToTileId(zoom, x, y), 1, tile.length, 1];
  const directory = gzipSync(new Uint8Array(entry.flatMap(varint)));
  const metadata = gzipSync(JSON.stringify({ vector_layers: [{ id: layer, fields: {} }] }));
  const [lngs, lats] = [line.map(([lng]) => lng), line.map(([, lat]) => lat)];
  const box = [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
  const header = headerOf({ directory, metadata, tile }, box);
  return new Uint8Array([...header, ...directory, ...metadata, ...tile]);
}
