/** Gathers what belongs together in one pass; `Map.groupBy` is absent in Node 20. */
export function groupBy<Entity, Key>(all: Iterable<Entity>, key: (one: Entity) => Key): Map<Key, Entity[]> {
  const groups = new Map<Key, Entity[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
