/** The digests at recent joint vectors, as two folds can be compared only at a vector that both have had. */
import type { Vector } from "@/domain/envelope";
import { jointKey } from "../vectors";

export type Digests = { full: string; redacted: string };

const kept = 512;

export class MarkHistory {
  readonly #digests = new Map<string, Digests>();

  add(vector: Vector, digests: Digests): void {
    const key = jointKey(vector);
    this.#digests.delete(key);
    this.#digests.set(key, digests);
    if (this.#digests.size <= kept) return;
    const oldest = this.#digests.keys().next();
    if (!oldest.done) this.#digests.delete(oldest.value);
  }

  /** The digests at this joint vector; undefined when the fold never had it, or long ago. */
  at(vector: Vector): Digests | undefined {
    return this.#digests.get(jointKey(vector));
  }

  clear(): void {
    this.#digests.clear();
  }
}
