/** Comparing vectors: a stream that is absent counts as 0. */
import { streams, type Vector } from "@/domain/envelope";

/** Whether `a` has everything `b` has. */
export const covers = (a: Vector, b: Vector): boolean =>
  streams.every((stream) => (a[stream] ?? 0) >= (b[stream] ?? 0));
