/** The triage list: groups of ids, filtered and ordered. */
import { isOpen } from "@/domain/incident/machine";
import { type Incident, type IncidentEntity, isIncident } from "@/domain/incident/schema";
import { arrivedAt, isUnread, needOf, type Viewer } from "@/domain/pending-actions/needs";
import type { Change } from "@/domain/picture";
import {
  compareTriage,
  type TriageGroup,
  type TriageKey,
  triageGroupOf,
  triageGroups,
} from "@/domain/urgency/triage";
import {
  type Country,
  type Impact,
  type IncidentStatus,
  type Kind,
  type Purpose,
  purposeOf,
} from "@/domain/vocabulary";
import type { LiveStore } from "../store/store";
import { SortedIds } from "./sorted";
import { View } from "./view";

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

export class Triage extends View {
  readonly #lists: Record<TriageGroup, SortedIds<TriageKey>> = {
    needs: new SortedIds(compareTriage),
    open: new SortedIds(compareTriage),
    closed: new SortedIds(compareTriage),
  };
  readonly #groups = new Map<string, TriageGroup>();
  readonly #owners = new Map<string, Country>();
  #perCountry: Record<Country, number> = { KH: 0, LA: 0 };

  constructor(
    store: LiveStore,
    private readonly viewer: Viewer,
    private readonly filter: TriageFilter = {},
  ) {
    super(store);
  }

  ids(group: TriageGroup): readonly string[] {
    return this.#lists[group].ids;
  }

  /** Open incidents per owner, whatever the filter. */
  count(country: Country): number {
    return this.#perCountry[country];
  }

  protected clear(): void {
    for (const group of triageGroups) this.#lists[group].clear();
    this.#groups.clear();
    this.#owners.clear();
    this.#perCountry = { KH: 0, LA: 0 };
  }

  protected allIds(): Iterable<string> {
    return this.store.picture.incidents.keys();
  }

  /** A task changes its incident's status; a request or a proposal, what the incident asks for. */
  protected idsOf(change: Change): readonly string[] {
    switch (change.collection) {
      case "incidents":
        return [change.id];
      case "tasks":
      case "requests":
      case "proposals": {
        const belongs = change.after ?? change.before;
        return belongs ? [belongs.incidentId] : [];
      }
      default:
        return [];
    }
  }

  protected place(id: string): boolean {
    const entity = this.store.get("incidents", id);
    const counted = this.#count(id, entity);
    const before = this.#groups.get(id);
    const shown =
      entity !== undefined && matches(entity, this.filter, (incident) => this.store.statusOf(incident));
    const group = shown
      ? triageGroupOf(entity, needOf(entity, this.viewer, this.store.contextOf(id)))
      : undefined;
    if (before && before !== group) this.#lists[before].delete(id);
    if (!shown || !group) return this.#groups.delete(id) || counted;
    this.#groups.set(id, group);
    const key = { unread: isUnread(entity, this.viewer.country), at: arrivedAt(entity, this.viewer.country) };
    return this.#lists[group].set(id, key) || before !== group || counted;
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
