/** Open incidents in one order, with their count per impact: what a wall shows. */
import { isOpen } from "@/domain/incident/machine";
import { isIncident } from "@/domain/incident/schema";
import { arrivedAt } from "@/domain/pending-actions/needs";
import type { Change } from "@/domain/picture";
import { urgencyOf } from "@/domain/urgency/incidents";
import type { Country, Impact } from "@/domain/vocabulary";
import type { LiveStore } from "../store/store";
import { SortedIds } from "./sorted";
import { View } from "./view";

export type Order = "weight" | "newest";
type Key = { weight: number; at: string };

const byAt = (a: Key, b: Key): number => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);
const orders: Record<Order, (a: Key, b: Key) => number> = {
  weight: (a, b) => b.weight - a.weight || byAt(a, b),
  newest: byAt,
};

const noCounts = (): Record<Impact, number> => ({ low: 0, medium: 0, high: 0, "very-high": 0 });

export class Ranking extends View {
  readonly #sorted: SortedIds<Key>;
  readonly #impacts = new Map<string, Impact>();
  #counts = noCounts();

  constructor(
    store: LiveStore,
    private readonly country: Country,
    order: Order,
  ) {
    super(store);
    this.#sorted = new SortedIds(orders[order]);
  }

  get ids(): readonly string[] {
    return this.#sorted.ids;
  }

  count(impact: Impact): number {
    return this.#counts[impact];
  }

  protected clear(): void {
    this.#sorted.clear();
    this.#impacts.clear();
    this.#counts = noCounts();
  }

  protected allIds(): Iterable<string> {
    return this.store.picture.incidents.keys();
  }

  protected idsOf({ collection, id }: Change): readonly string[] {
    return collection === "incidents" ? [id] : [];
  }

  protected place(id: string): boolean {
    const entity = this.store.get("incidents", id);
    const shown = isIncident(entity) && isOpen(entity) ? entity : undefined;
    const before = this.#impacts.get(id);
    if (before) this.#counts[before] -= 1;
    if (!shown) {
      this.#impacts.delete(id);
      return this.#sorted.delete(id);
    }
    this.#counts[shown.impact] += 1;
    this.#impacts.set(id, shown.impact);
    const key = { weight: urgencyOf(shown), at: arrivedAt(shown, this.country) };
    return this.#sorted.set(id, key) || before !== shown.impact;
  }
}
