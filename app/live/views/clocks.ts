/** The running clocks of the picture a screen holds, moved on by one change at a time (rule K1). */
import {
  alarmSubject,
  buildClock,
  type Clock,
  type ClockConfig,
  defaultClockConfig,
} from "@/domain/clock/clocks";
import { type ClockRule, incidentClockRules, requestClockRules, taskClockRules } from "@/domain/clock/rules";
import { isIncident } from "@/domain/incident/schema";
import type { Change } from "@/domain/picture";
import type { Batch, LiveStore } from "../store/store";
import { compareText } from "./listing";
import { SortedIds } from "./sorted";

const none: readonly Clock[] = [];

const byDue = (a: Clock, b: Clock): number => compareText(a.dueAt, b.dueAt) || compareText(a.id, b.id);

export class Clocks {
  #byAbout = new Map<string, readonly Clock[]>();
  #byIncident = new Map<string, readonly Clock[]>();
  #clocks = new Map<string, Clock>();
  #order = new SortedIds<string>(compareText);
  #all: readonly Clock[] = none;
  #listeners = new Map<string, Set<() => void>>();
  #leave: (() => void) | undefined;
  #subscribers = 0;

  constructor(
    private readonly store: LiveStore,
    private config: ClockConfig = defaultClockConfig,
  ) {}

  /** All running clocks, soonest due first; the same list as long as none changes. */
  get all(): readonly Clock[] {
    return this.#all;
  }

  /** The clocks of one incident, its requests and its tasks, soonest due first. */
  ofIncident(incidentId: string): readonly Clock[] {
    return this.#byIncident.get(incidentId) ?? none;
  }

  /** The clocks about one thing itself. */
  about(id: string): readonly Clock[] {
    return this.#byAbout.get(id) ?? none;
  }

  /** Other lengths than before, as the site has them. */
  configure(config: ClockConfig): void {
    if (JSON.stringify(config) === JSON.stringify(this.config)) return;
    this.config = config;
    if (this.#subscribers > 0) this.#rebuild();
  }

  /** Keys: `*` for any change, or an incident's id. Returns the way out. */
  subscribe(key: string, listener: () => void): () => void {
    if (this.#subscribers === 0) {
      this.#leave = this.store.onBatch((batch) => this.#onBatch(batch));
      this.#rebuild();
    }
    this.#subscribers += 1;
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(key);
      this.#subscribers -= 1;
      if (this.#subscribers === 0) this.#leave?.();
    };
  }

  #onBatch(batch: Batch): void {
    if (batch.reset) {
      this.#rebuild();
      return;
    }
    const touched = new Set(batch.changes.flatMap((change) => this.#touchedBy(change)));
    const incidents = new Set<string>();
    for (const about of touched) for (const id of this.#place(about)) incidents.add(id);
    if (incidents.size > 0) this.#changed(incidents);
  }

  /** The things whose clocks a change may start, move or stop. */
  #touchedBy(change: Change): string[] {
    switch (change.collection) {
      case "incidents":
      case "requests":
        return [change.id];
      case "tasks": {
        const task = change.after ?? change.before;
        return task ? [task.id, task.incidentId, ...(task.requestId ? [task.requestId] : [])] : [];
      }
      case "clocks": {
        const clock = this.#clocks.get(change.id);
        return clock ? [clock.about] : [];
      }
      default:
        return [];
    }
  }

  #rebuild(): void {
    this.#byAbout.clear();
    this.#byIncident.clear();
    this.#clocks.clear();
    this.#order.clear();
    const { incidents, requests, tasks } = this.store.picture;
    for (const collection of [incidents, requests, tasks]) {
      for (const id of collection.keys()) this.#place(id);
    }
    this.#changed(new Set([...this.#listeners.keys()]));
  }

  /** Derives one thing's clocks anew; answers the incidents whose clocks changed by it. */
  #place(about: string): string[] {
    const before = this.about(about);
    const after = this.#seedsOf(about).map((seed) =>
      buildClock(seed, this.store.get("clocks", alarmSubject(seed.kind, seed.about))),
    );
    if (before.length === 0 && after.length === 0) return [];
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    for (const clock of before) {
      this.#clocks.delete(clock.id);
      this.#order.delete(clock.id);
    }
    for (const clock of after) {
      this.#clocks.set(clock.id, clock);
      this.#order.set(clock.id, clock.dueAt);
    }
    if (after.length > 0) this.#byAbout.set(about, after);
    else this.#byAbout.delete(about);
    const incidents = new Set([...before, ...after].map(({ incidentId }) => incidentId));
    for (const id of incidents) this.#placeInIncident(id, about, after);
    return [...incidents];
  }

  #placeInIncident(incidentId: string, about: string, after: readonly Clock[]): void {
    const others = this.ofIncident(incidentId).filter((clock) => clock.about !== about);
    const own = after.filter((clock) => clock.incidentId === incidentId);
    const clocks = [...others, ...own].sort(byDue);
    if (clocks.length > 0) this.#byIncident.set(incidentId, clocks);
    else this.#byIncident.delete(incidentId);
  }

  #seedsOf(id: string): ClockRule[] {
    const { store, config } = this;
    const incident = store.get("incidents", id);
    if (isIncident(incident))
      return incidentClockRules(incident, () => store.related.tasksOfIncident.of(id), config);
    const request = store.get("requests", id);
    if (request) return requestClockRules(request, (taskId) => store.get("tasks", taskId), config);
    const task = store.get("tasks", id);
    return task ? taskClockRules(task) : [];
  }

  #changed(incidents: ReadonlySet<string>): void {
    this.#all = this.#order.ids.flatMap((id) => this.#clocks.get(id) ?? []);
    for (const key of new Set(["*", ...incidents])) {
      for (const listener of [...(this.#listeners.get(key) ?? [])]) listener();
    }
  }
}
