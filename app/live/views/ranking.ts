/** Open incidents in one order, with their count per impact: what a wall shows. Moved on by one change at a time. */
import { isOpen } from "@/domain/incident/machine";
import { type IncidentEntity, isIncident } from "@/domain/incident/schema";
import { arrivedAt } from "@/domain/pending-actions/needs";
import { type Country, type Impact, impacts } from "@/domain/vocabulary";
import type { Batch, LiveStore } from "../store/store";
import { SortedIds } from "./sorted";

export type Order = "weight" | "newest";
type Key = { weight: number; at: string };

const byAt = (a: Key, b: Key): number => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);
const orders: Record<Order, (a: Key, b: Key) => number> = {
  weight: (a, b) => b.weight - a.weight || byAt(a, b),
  newest: byAt,
};

/** Danger to life weighs most, then impact. */
function weightOf(entity: IncidentEntity): number {
  if (!isIncident(entity)) return -1;
  return (entity.dangerToLife ? impacts.length : 0) + impacts.indexOf(entity.impact);
}

export class Ranking {
  #ids: SortedIds<Key>;
  #impacts = new Map<string, Impact>();
  #counts: Record<Impact, number> = { low: 0, medium: 0, high: 0, "very-high": 0 };
  #version = 0;
  #listeners = new Set<() => void>();
  #leave: (() => void) | undefined;

  constructor(
    private readonly store: LiveStore,
    private readonly country: Country,
    order: Order,
  ) {
    this.#ids = new SortedIds(orders[order]);
  }

  get version(): number {
    return this.#version;
  }
  get ids(): readonly string[] {
    return this.#ids.ids;
  }
  count(impact: Impact): number {
    return this.#counts[impact];
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
    let changed = false;
    for (const { collection, id } of batch.changes) {
      if (collection !== "incidents") continue;
      changed = this.#place(id, this.store.get("incidents", id)) || changed;
    }
    if (changed) this.#changed();
  }

  #rebuild(): void {
    this.#ids.clear();
    this.#impacts.clear();
    this.#counts = { low: 0, medium: 0, high: 0, "very-high": 0 };
    for (const entity of this.store.picture.incidents.values()) this.#place(entity.id, entity);
    this.#changed();
  }

  #place(id: string, entity: IncidentEntity | undefined): boolean {
    const shown = isIncident(entity) && isOpen(entity) ? entity : undefined;
    const before = this.#impacts.get(id);
    if (before) this.#counts[before] -= 1;
    if (!shown) {
      this.#impacts.delete(id);
      return this.#ids.delete(id);
    }
    this.#counts[shown.impact] += 1;
    this.#impacts.set(id, shown.impact);
    const key = { weight: weightOf(shown), at: arrivedAt(shown, this.country) };
    return this.#ids.set(id, key) || before !== shown.impact;
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
