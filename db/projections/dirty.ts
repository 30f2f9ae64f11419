/** The changes of a country's picture since its projection was last written. */
import type { Vector } from "@/domain/envelope";
import type { Change } from "@/domain/picture";
import type { FoldMark } from "@/domain/protocol/up";

export type Mark = { vector: Vector; mark: FoldMark };

/** Bounds the digests kept while nothing can be written; the oldest are dropped. */
const marksKept = 2_000;

/** The latest change of each entity, and the digests since. */
export class Dirty {
  readonly changes = new Map<string, Change>();
  marks: Mark[] = [];

  add(changes: readonly Change[], at: Mark): void {
    for (const change of changes) this.changes.set(`${change.collection} ${change.id}`, change);
    this.marks.push(at);
    if (this.marks.length > marksKept * 2) this.marks = this.marks.slice(-marksKept);
  }

  /** Adds what could not be written before what has been noted since. */
  restore(older: Dirty): void {
    for (const [key, change] of older.changes) {
      if (!this.changes.has(key)) this.changes.set(key, change);
    }
    this.marks = [...older.marks, ...this.marks].slice(-marksKept);
  }

  get latest(): Mark | undefined {
    return this.marks.at(-1);
  }
}
