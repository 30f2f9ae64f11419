/** Things of one collection in an order of their own, moved on by one change at a time. */
import type { ChangeOf, Collection, Entities } from "@/domain/picture";
import type { Batch, LiveStore } from "../store/store";
import { SortedIds } from "./sorted";

export type ListingOptions<Name extends Collection, Key> = {
  collection: Name;
  /** Where it stands; null leaves it out. */
  keyOf: (entity: Entities[Name]) => Key | null;
  compare: (a: Key, b: Key) => number;
  /** Things that stand otherwise though they did not change themselves: a unit when its task moved on. */
  also?: (change: Batch & { reset: false }) => readonly string[];
};

export class Listing<Name extends Collection, Key> {
  #ids: SortedIds<Key>;
  #shown: readonly string[] = [];
  #listeners = new Set<() => void>();
  #leave: (() => void) | undefined;

  constructor(
    private readonly store: LiveStore,
    private readonly options: ListingOptions<Name, Key>,
  ) {
    this.#ids = new SortedIds(options.compare);
  }

  /** The same list as long as order and membership stay. */
  get ids(): readonly string[] {
    return this.#shown;
  }

  subscribe(listener: () => void): () => void {
    if (this.#listeners.size === 0) {
      this.#leave = this.store.onBatch((batch) => this.#onBatch(batch));
      this.#rebuild();
    }
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#leave?.();
    };
  }

  #onBatch(batch: Batch): void {
    if (batch.reset) {
      this.#rebuild();
      return;
    }
    const { collection, also } = this.options;
    const own = batch.changes.filter((change) => change.collection === collection).map(({ id }) => id);
    let changed = false;
    for (const id of new Set([...own, ...(also?.(batch) ?? [])])) changed = this.#place(id) || changed;
    if (changed) this.#changed();
  }

  #rebuild(): void {
    this.#ids.clear();
    for (const id of this.store.picture[this.options.collection].keys()) this.#place(id);
    this.#changed();
  }

  #place(id: string): boolean {
    const entity = this.store.get(this.options.collection, id);
    const key = entity === undefined ? null : this.options.keyOf(entity);
    return key === null ? this.#ids.delete(id) : this.#ids.set(id, key);
  }

  #changed(): void {
    this.#shown = [...this.#ids.ids];
    for (const listener of this.#listeners) listener();
  }
}

/** Compares texts, such as instants or callsigns. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The units whose tasks a batch moved on: their status follows from them. */
export function unitsOfTasks({ changes }: Batch & { reset: false }): string[] {
  return changes.flatMap((change) => {
    if (change.collection !== "tasks") return [];
    const { before, after } = change as ChangeOf<"tasks">;
    return [before?.unitId, after?.unitId].flatMap((id) => id ?? []);
  });
}
