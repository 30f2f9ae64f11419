/** What takes over this screen's top now: kept by one change at a time, the most pressing first. */
import type { Change } from "@/domain/picture";
import {
  compareTakeovers,
  incidentTakeover,
  requestTakeover,
  type Takeover,
  takeoversOf,
} from "@/domain/takeover";
import type { Country } from "@/domain/vocabulary";
import type { Batch, LiveStore } from "../store/store";

export class Takeovers {
  #byId = new Map<string, Takeover>();
  #list: readonly Takeover[] = [];
  #listeners = new Set<() => void>();
  #leave: (() => void) | undefined;

  constructor(
    private readonly store: LiveStore,
    private readonly country: Country,
  ) {}

  /** The same list as long as none comes or goes. */
  get list(): readonly Takeover[] {
    return this.#list;
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
    const changed = batch.changes.map((change) => this.#place(change)).some(Boolean);
    if (changed) this.#changed();
  }

  #rebuild(): void {
    this.#byId = new Map(takeoversOf(this.store.picture, this.country).map((one) => [one.id, one]));
    this.#changed();
  }

  #place({ collection, id, after }: Change): boolean {
    if (collection !== "incidents" && collection !== "requests") return false;
    const takeover =
      after === undefined
        ? null
        : collection === "incidents"
          ? incidentTakeover(after, this.country)
          : requestTakeover(after, this.country);
    if (!takeover) return this.#byId.delete(id);
    const known = this.#byId.get(id);
    if (known && compareTakeovers(known, takeover) === 0) return false;
    this.#byId.set(id, takeover);
    return true;
  }

  #changed(): void {
    this.#list = [...this.#byId.values()].sort(compareTakeovers);
    for (const listener of this.#listeners) listener();
  }
}
