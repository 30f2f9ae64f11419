/** Compares vectors; an absent stream counts as 0. */
import { streams, type Vector } from "@/domain/envelope";

/** Whether `a` is at least `b` in every stream. */
export const covers = (a: Vector, b: Vector): boolean =>
  streams.every((stream) => (a[stream] ?? 0) >= (b[stream] ?? 0));
