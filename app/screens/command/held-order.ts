/** The triage list while its order is held: which rows would stand elsewhere. Pure. */
import type { TriageItem } from "./triage-items";

type Place = { group: string; index: number };

function placesOf(items: readonly TriageItem[]): Map<string, Place> {
  const places = new Map<string, Place>();
  let group = "";
  for (const item of items) {
    if (item.type === "head") group = item.group;
    else places.set(item.id, { group, index: places.size });
  }
  return places;
}

/** The length of the longest run that stands in order, not necessarily side by side. */
function longestInOrder(indexes: readonly number[]): number {
  const ends: number[] = [];
  for (const index of indexes) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    ends[low] = index;
  }
  return ends.length;
}

/** How many rows came, went, or would stand in another place or group. */
export function changedRows(held: readonly TriageItem[], fresh: readonly TriageItem[]): number {
  if (held === fresh) return 0;
  const [before, after] = [placesOf(held), placesOf(fresh)];
  const stay: number[] = [];
  for (const [id, { group }] of before) {
    const place = after.get(id);
    if (place?.group === group) stay.push(place.index);
  }
  const ids = new Set([...before.keys(), ...after.keys()]);
  return ids.size - longestInOrder(stay);
}
