/** Arithmetic of vectors: how many events of each stream a fold holds. */
import { jointStreams, type Stream, streams, streamsSeenBy, type Vector } from "@/domain/envelope";
import type { Heads } from "@/domain/protocol/down";
import type { Country } from "@/domain/vocabulary";

/** Per stream the lowest seq of those vectors that contain the stream. */
export function lowestOf(vectors: readonly Vector[]): Vector {
  const lowest: Vector = {};
  for (const stream of streams) {
    const seqs = vectors.flatMap((vector) => vector[stream] ?? []);
    if (seqs.length > 0) lowest[stream] = Math.min(...seqs);
  }
  return lowest;
}

/** How many joint events of `want` are missing in `have`. */
export function jointLag(have: Vector, want: Vector): number {
  return jointStreams.reduce(
    (sum, stream) => sum + Math.max(0, (want[stream] ?? 0) - (have[stream] ?? 0)),
    0,
  );
}

/** A key that is equal exactly for vectors with the same joint part. */
export const jointKey = (vector: Vector): string =>
  jointStreams.map((stream) => vector[stream] ?? 0).join(" ");

/** The vector of these streams only, 0 where it has none. */
export const onlyStreams = (vector: Vector, kept: readonly Stream[]): Vector =>
  Object.fromEntries(kept.map((stream) => [stream, vector[stream] ?? 0]));

/** Per stream the lowest head of the countries' projections that see it: the feed reads on from there. */
export function commonHeads(loaded: ReadonlyMap<Country, { heads: Heads }>): Heads {
  const heads: Heads = {};
  const streams = new Set([...loaded.keys()].flatMap(streamsSeenBy));
  for (const stream of streams) {
    const all = [...loaded].filter(([country]) => streamsSeenBy(country).includes(stream));
    const found = all.map(([, picture]) => picture.heads[stream]);
    const lowest = found.reduce((low, head) => (!low || !head || head.seq < low.seq ? head : low), found[0]);
    if (lowest && found.every((head) => head !== undefined)) heads[stream] = lowest;
  }
  return heads;
}
