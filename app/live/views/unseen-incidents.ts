/** The incidents about which something came back that this centre has not had on screen, the gravest first. */
import type { IncidentEntity } from "@/domain/incident/schema";
import { compareText } from "@/domain/order";
import type { Unseen } from "@/domain/pending-actions/unseen";
import type { Change } from "@/domain/picture";
import { compareGravest } from "@/domain/urgency/unseen";
import type { Country } from "@/domain/vocabulary";
import type { LiveStore } from "../store/store";
import { unseenIn } from "../store/told-of-unseen";
import { incidentOf } from "./incident-of";
import { View } from "./view";

/** `gravest` is the first of `unseen`, which are the gravest first. */
export type UnseenIncident = { entity: IncidentEntity; unseen: readonly Unseen[]; gravest: Unseen };

const compare = (a: UnseenIncident, b: UnseenIncident): number =>
  compareGravest({ what: a.gravest.what, entity: a.entity }, { what: b.gravest.what, entity: b.entity }) ||
  compareText(b.gravest.at, a.gravest.at) ||
  compareText(a.entity.id, b.entity.id);

export class UnseenIncidents extends View {
  readonly #byId = new Map<string, UnseenIncident>();
  #list: readonly UnseenIncident[] = [];

  constructor(
    store: LiveStore,
    private readonly country: Country,
  ) {
    super(store);
  }

  /** The same list until something comes back, is seen, or changes. */
  get list(): readonly UnseenIncident[] {
    return this.#list;
  }

  protected clear(): void {
    this.#byId.clear();
  }

  protected allIds(): Iterable<string> {
    return this.store.picture.incidents.keys();
  }

  protected idsOf(change: Change): readonly string[] {
    const id = incidentOf(change);
    return id ? [id] : [];
  }

  protected place(id: string): boolean {
    const entity = this.store.get("incidents", id);
    const unseen = unseenIn(this.store, id, this.country);
    const [gravest] = unseen;
    if (!entity || !gravest) return this.#byId.delete(id);
    this.#byId.set(id, { entity, unseen, gravest });
    return true;
  }

  protected override derive(): void {
    this.#list = [...this.#byId.values()].sort(compare);
  }
}
