/** Open incidents in one order, with their count per impact: what a wall shows. */
import { isHistoryToVerify } from "@/domain/incident/historical";
import { isOpen } from "@/domain/incident/machine";
import { isIncident } from "@/domain/incident/schema";
import { compareGravity, compareNewest, type Gravity } from "@/domain/urgency/gravity";
import type { Country, Impact } from "@/domain/vocabulary";
import type { LiveStore } from "../store/store";
import { unseenIn } from "../store/told-of-unseen";
import { ByGravity, type Order } from "./by-gravity";
import type { Clocks } from "./clocks";
import type { Timing } from "./due-timer";
import { SortedIds } from "./sorted";

const orders: Record<Order, (a: Gravity, b: Gravity) => number> = {
  gravity: compareGravity,
  newest: compareNewest,
};

const noCounts = (): Record<Impact, number> => ({ low: 0, medium: 0, high: 0, "very-high": 0 });

export class Ranking extends ByGravity {
  readonly #sorted: SortedIds<Gravity>;
  readonly #impacts = new Map<string, Impact>();
  readonly #imported = new Map<string, Country>();
  #counts = noCounts();

  constructor(
    store: LiveStore,
    clocks: Clocks,
    private readonly country: Country,
    order: Order,
    timing?: Timing,
  ) {
    super(store, clocks, timing);
    this.#sorted = new SortedIds(orders[order]);
  }

  get ids(): readonly string[] {
    return this.#sorted.ids;
  }

  count(impact: Impact): number {
    return this.#counts[impact];
  }

  /** How many of a country are imported history to be verified: not ranked, nor counted by impact (rule K15). */
  imported(country: Country): number {
    return [...this.#imported.values()].filter((owner) => owner === country).length;
  }

  protected override clear(): void {
    super.clear();
    this.#imported.clear();
    this.#sorted.clear();
    this.#impacts.clear();
    this.#counts = noCounts();
  }

  protected place(id: string): boolean {
    const entity = this.store.get("incidents", id);
    const open = isIncident(entity) && isOpen(entity) ? entity : undefined;
    const folded = open && isHistoryToVerify(open) && this.store.statusOf(open) === "reported";
    const shown = folded ? undefined : open;
    const moved = this.#fold(id, folded ? open?.owner : undefined);
    const before = this.#impacts.get(id);
    if (before) this.#counts[before] -= 1;
    if (!shown) {
      this.forget(id);
      this.#impacts.delete(id);
      return this.#sorted.delete(id) || moved;
    }
    const unseen = unseenIn(this.store, id, this.country);
    this.#counts[shown.impact] += 1;
    this.#impacts.set(id, shown.impact);
    return (
      this.#sorted.set(id, this.gravity(shown, this.country, unseen)) || before !== shown.impact || moved
    );
  }

  /** Notes whose imported history it is, or that it is none; true when that changes. */
  #fold(id: string, owner: Country | undefined): boolean {
    const before = this.#imported.get(id);
    if (owner) this.#imported.set(id, owner);
    else this.#imported.delete(id);
    return before !== owner;
  }
}
