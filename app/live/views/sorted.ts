/** A list of ids kept in order while single entries are added, moved and removed: no sort of the whole per update. */

export class SortedIds<Key> {
  #ids: string[] = [];
  #keys = new Map<string, Key>();

  /** `compare` orders keys; equal keys are ordered by id, so that the order is total. */
  constructor(private readonly compare: (a: Key, b: Key) => number) {}

  get ids(): readonly string[] {
    return this.#ids;
  }

  /** The first id with its key. */
  get first(): { id: string; key: Key } | undefined {
    const [id] = this.#ids;
    const key = id === undefined ? undefined : this.#keys.get(id);
    return id === undefined || key === undefined ? undefined : { id, key };
  }

  /** Places an id by its key. Says whether the order changed. */
  set(id: string, key: Key): boolean {
    const before = this.#keys.get(id);
    if (before !== undefined && this.compare(before, key) === 0) {
      this.#keys.set(id, key);
      return false;
    }
    const from = before === undefined ? -1 : this.#find(id, before);
    this.delete(id);
    const to = this.#find(id, key);
    this.#ids.splice(to, 0, id);
    this.#keys.set(id, key);
    return from !== to;
  }

  delete(id: string): boolean {
    const key = this.#keys.get(id);
    if (key === undefined) return false;
    this.#ids.splice(this.#find(id, key), 1);
    this.#keys.delete(id);
    return true;
  }

  clear(): void {
    this.#ids = [];
    this.#keys.clear();
  }

  /** The first position whose entry does not come before (`key`, `id`). */
  #find(id: string, key: Key): number {
    let low = 0;
    let high = this.#ids.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#ids[middle] ?? "";
      const otherKey = this.#keys.get(other);
      const order =
        otherKey === undefined ? 0 : this.compare(otherKey, key) || (other < id ? -1 : other > id ? 1 : 0);
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
