/** Groups entities by what they belong to, incrementally: reading one group costs that group only. */

type Identified = { id: string };

export class Groups<Entity extends Identified> {
  #groups = new Map<string, readonly Entity[]>();
  readonly #none: readonly Entity[] = [];

  constructor(private readonly keyOf: (entity: Entity) => string) {}

  /** The same list as long as nothing in it changes. */
  of(key: string): readonly Entity[] {
    return this.#groups.get(key) ?? this.#none;
  }

  replace(entities: Iterable<Entity>): void {
    this.#groups.clear();
    const groups = new Map<string, Entity[]>();
    for (const entity of entities) {
      const key = this.keyOf(entity);
      const group = groups.get(key);
      if (group) group.push(entity);
      else groups.set(key, [entity]);
    }
    this.#groups = groups;
  }

  /** Applies a change. Returns the keys of the groups that changed. */
  apply(before: Entity | undefined, after: Entity | undefined): Set<string> {
    const keys = new Set<string>();
    for (const entity of [before, after]) if (entity) keys.add(this.keyOf(entity));
    const id = (after ?? before)?.id;
    for (const key of keys) {
      const others = this.of(key).filter((entity) => entity.id !== id);
      const group = after && this.keyOf(after) === key ? [...others, after] : others;
      if (group.length > 0) this.#groups.set(key, group);
      else this.#groups.delete(key);
    }
    return keys;
  }
}
