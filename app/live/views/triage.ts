/** The triage list: groups of ids, filtered and ordered. */
import { isOpen } from "@/domain/incident/machine";
import { type Incident, type IncidentEntity, isIncident } from "@/domain/incident/schema";
import { needOf, type Viewer } from "@/domain/pending-actions/needs";
import { pendingActionsOf } from "@/domain/pending-actions/pending-actions";
import type { Unseen } from "@/domain/pending-actions/unseen";
import { compareGravity, compareNewest, type Gravity } from "@/domain/urgency/gravity";
import { type TriageGroup, triageGroupOf, triageGroups, unseenFor } from "@/domain/urgency/triage";
import {
  type Country,
  type Impact,
  type IncidentStatus,
  type Kind,
  type Purpose,
  purposeOf,
} from "@/domain/vocabulary";
import type { LiveStore } from "../store/store";
import { unseenIn } from "../store/told-of-unseen";
import { ByGravity, type Order } from "./by-gravity";
import type { Clocks } from "./clocks";
import type { Timing } from "./due-timer";
import { SortedIds } from "./sorted";

/** Empty or absent means all. */
export type TriageFilter = {
  country?: Country;
  purpose?: Purpose;
  kind?: Kind;
  impact?: Impact;
  status?: IncidentStatus;
};

/** `shownStatus` is the one that live tasks make. */
export function matches(
  entity: IncidentEntity,
  filter: TriageFilter,
  shownStatus: (incident: Incident) => IncidentStatus,
): boolean {
  if (filter.country && entity.owner !== filter.country) return false;
  const { purpose, kind, impact, status } = filter;
  if (!isIncident(entity)) return !purpose && !kind && !impact && !status;
  return (
    (!purpose || purposeOf(entity.kind) === purpose) &&
    (!kind || entity.kind === kind) &&
    (!impact || entity.impact === impact) &&
    (!status || shownStatus(entity) === status)
  );
}

/** What is over is looked up by when it came, whatever the order of the rest. */
const listsIn = (order: Order): Record<TriageGroup, SortedIds<Gravity>> => {
  const sorted = (by: Order) => new SortedIds<Gravity>(by === "gravity" ? compareGravity : compareNewest);
  return {
    needs: sorted(order),
    imported: sorted("newest"),
    partner: sorted(order),
    running: sorted(order),
    quiet: sorted(order),
    closed: sorted("newest"),
  };
};

export type TriageOptions = { filter?: TriageFilter; order?: Order; timing?: Timing };

export class Triage extends ByGravity {
  readonly #lists: Record<TriageGroup, SortedIds<Gravity>>;
  readonly #filter: TriageFilter;
  readonly #groups = new Map<string, TriageGroup>();
  readonly #owners = new Map<string, Country>();
  #perCountry: Record<Country, number> = { KH: 0, LA: 0 };

  constructor(
    store: LiveStore,
    clocks: Clocks,
    private readonly viewer: Viewer,
    { filter = {}, order = "gravity", timing }: TriageOptions = {},
  ) {
    super(store, clocks, timing);
    this.#filter = filter;
    this.#lists = listsIn(order);
  }

  ids(group: TriageGroup): readonly string[] {
    return this.#lists[group].ids;
  }

  /** Open incidents per owner, whatever the filter. */
  count(country: Country): number {
    return this.#perCountry[country];
  }

  protected override clear(): void {
    super.clear();
    for (const group of triageGroups) this.#lists[group].clear();
    this.#groups.clear();
    this.#owners.clear();
    this.#perCountry = { KH: 0, LA: 0 };
  }

  protected place(id: string): boolean {
    const entity = this.store.get("incidents", id);
    const counted = this.#count(id, entity);
    const before = this.#groups.get(id);
    const shown =
      entity !== undefined && matches(entity, this.#filter, (incident) => this.store.statusOf(incident));
    const unseen = shown ? unseenIn(this.store, id, this.viewer.country) : [];
    const group = shown ? this.#groupOf(entity, unseen) : undefined;
    if (before && before !== group) this.#lists[before].delete(id);
    if (!shown || !group) {
      this.forget(id);
      return this.#groups.delete(id) || counted;
    }
    this.#groups.set(id, group);
    const gravity = this.gravity(entity, this.viewer.country, unseen);
    return this.#lists[group].set(id, gravity) || before !== group || counted;
  }

  #groupOf(entity: IncidentEntity, unseen: readonly Unseen[]): TriageGroup {
    const context = this.store.contextOf(entity.id);
    const standing = {
      need: needOf(entity, this.viewer, context),
      unseen: unseenFor(this.viewer.role, unseen),
      pending: pendingActionsOf(entity, context),
      clocks: this.clocks.ofIncident(entity.id),
      tasks: this.store.related.tasksOfIncident.of(entity.id),
    };
    return triageGroupOf(entity, standing, this.viewer.country);
  }

  #count(id: string, entity: IncidentEntity | undefined): boolean {
    const before = this.#owners.get(id);
    const after = entity && isIncident(entity) && isOpen(entity) ? entity.owner : undefined;
    if (before === after) return false;
    if (before) this.#perCountry[before] -= 1;
    if (after) {
      this.#perCountry[after] += 1;
      this.#owners.set(id, after);
    } else this.#owners.delete(id);
    return true;
  }
}
