/** Arithmetic of vectors: how far folds have come. */
import { jointStreams, type Stream, streams, type Vector } from "@/domain/envelope";

/** Per stream the lowest of those vectors that see the stream: what all of them have. */
export function lowestOf(vectors: readonly Vector[]): Vector {
  const lowest: Vector = {};
  for (const stream of streams) {
    const seqs = vectors.flatMap((vector) => vector[stream] ?? []);
    if (seqs.length > 0) lowest[stream] = Math.min(...seqs);
  }
  return lowest;
}

/** How many joint events a vector lacks compared to another. */
export function jointLag(have: Vector, want: Vector): number {
  return jointStreams.reduce(
    (sum, stream) => sum + Math.max(0, (want[stream] ?? 0) - (have[stream] ?? 0)),
    0,
  );
}

/** Text that is equal exactly when two vectors hold the same joint events. */
export const jointKey = (vector: Vector): string =>
  jointStreams.map((stream) => vector[stream] ?? 0).join(" ");

/** A vector with a number for each of these streams and no others. */
export const onlyStreams = (vector: Vector, kept: readonly Stream[]): Vector =>
  Object.fromEntries(kept.map((stream) => [stream, vector[stream] ?? 0]));
