/** Ids of one collection in an order of its own. */
import type { Change, Collection, Entities } from "@/domain/picture";
import type { LiveStore } from "../store/store";
import { SortedIds } from "./sorted";
import { View } from "./view";

export type ListingOptions<Name extends Collection, Key> = {
  collection: Name;
  /** Where it stands; null leaves it out. */
  keyOf: (entity: Entities[Name]) => Key | null;
  compare: (a: Key, b: Key) => number;
  /** Ids that a change of another collection may place elsewhere: a unit, when its task changed. */
  also?: (change: Change) => readonly string[];
};

export class Listing<Name extends Collection, Key> extends View {
  readonly #sorted: SortedIds<Key>;
  #ids: readonly string[] = [];

  constructor(
    store: LiveStore,
    private readonly options: ListingOptions<Name, Key>,
  ) {
    super(store);
    this.#sorted = new SortedIds(options.compare);
  }

  /** The same list as long as order and membership stay. */
  get ids(): readonly string[] {
    return this.#ids;
  }

  protected clear(): void {
    this.#sorted.clear();
  }

  protected allIds(): Iterable<string> {
    return this.store.picture[this.options.collection].keys();
  }

  protected idsOf(change: Change): readonly string[] {
    const { collection, also } = this.options;
    return change.collection === collection ? [change.id] : (also?.(change) ?? []);
  }

  protected place(id: string): boolean {
    const entity = this.store.get(this.options.collection, id);
    const key = entity === undefined ? null : this.options.keyOf(entity);
    return key === null ? this.#sorted.delete(id) : this.#sorted.set(id, key);
  }

  protected override derive(): void {
    this.#ids = [...this.#sorted.ids];
  }
}

/** The units of a changed task: their status follows from it. */
export function unitsOfTask(change: Change): string[] {
  if (change.collection !== "tasks") return [];
  return [change.before?.unitId, change.after?.unitId].flatMap((id) => id ?? []);
}
