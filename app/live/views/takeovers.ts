/** What takes over this centre's screens, the most urgent first. */
import type { Change } from "@/domain/picture";
import { compareTakeovers, incidentTakeover, requestTakeover, type Takeover } from "@/domain/takeover";
import type { Country } from "@/domain/vocabulary";
import type { LiveStore } from "../store/store";
import { View } from "./view";

export class Takeovers extends View {
  readonly #byId = new Map<string, Takeover>();
  #list: readonly Takeover[] = [];

  constructor(
    store: LiveStore,
    private readonly country: Country,
  ) {
    super(store);
  }

  /** The same list as long as no takeover begins, ends or moves. */
  get list(): readonly Takeover[] {
    return this.#list;
  }

  protected clear(): void {
    this.#byId.clear();
  }

  protected *allIds(): Iterable<string> {
    yield* this.store.picture.incidents.keys();
    yield* this.store.picture.requests.keys();
  }

  protected idsOf({ collection, id }: Change): readonly string[] {
    return collection === "incidents" || collection === "requests" ? [id] : [];
  }

  protected place(id: string): boolean {
    const takeover = this.#takeoverOf(id);
    if (!takeover) return this.#byId.delete(id);
    const known = this.#byId.get(id);
    if (known && compareTakeovers(known, takeover) === 0) return false;
    this.#byId.set(id, takeover);
    return true;
  }

  protected override derive(): void {
    this.#list = [...this.#byId.values()].sort(compareTakeovers);
  }

  #takeoverOf(id: string): Takeover | null {
    const incident = this.store.get("incidents", id);
    if (incident) return incidentTakeover(incident, this.country);
    const request = this.store.get("requests", id);
    return request ? requestTakeover(request, this.country) : null;
  }
}
