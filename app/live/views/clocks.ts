/** The running deadlines of the picture that a screen holds. */
import type { Clock } from "@/domain/clock/clock";
import { buildClock } from "@/domain/clock/clocks";
import { type ClockConfigs, defaultClockConfig, ofBothSides } from "@/domain/clock/config";
import { requestClockRules } from "@/domain/clock/request-rules";
import { type ClockRule, subjectOfRule } from "@/domain/clock/rule";
import { incidentClockRules, taskClockRules } from "@/domain/clock/rules";
import { isIncident } from "@/domain/incident/schema";
import { compareText } from "@/domain/order";
import type { Change } from "@/domain/picture";
import type { Task } from "@/domain/task/schema";
import type { LiveStore } from "../store/store";
import { SortedIds } from "./sorted";
import { View } from "./view";

const none: readonly Clock[] = [];

const byDue = (a: Clock, b: Clock): number => compareText(a.dueAt, b.dueAt) || compareText(a.id, b.id);

export class Clocks extends View {
  readonly #byAbout = new Map<string, readonly Clock[]>();
  readonly #byIncident = new Map<string, readonly Clock[]>();
  readonly #clocks = new Map<string, Clock>();
  readonly #order = new SortedIds<string>(compareText);
  #all: readonly Clock[] = none;

  constructor(
    store: LiveStore,
    private configs: ClockConfigs = ofBothSides(defaultClockConfig),
  ) {
    super(store);
  }

  /** The lengths it was last given: another object once a site has set others. */
  get lengths(): ClockConfigs {
    return this.configs;
  }

  /** One running deadline, by the subject of its alarm. */
  get(id: string): Clock | undefined {
    return this.#clocks.get(id);
  }

  /** All running deadlines, soonest due first; the same list as long as none changes. */
  get all(): readonly Clock[] {
    return this.#all;
  }

  /** The deadlines of one incident, its requests and its tasks, soonest due first; the same list until one changes. */
  ofIncident(incidentId: string): readonly Clock[] {
    return this.#byIncident.get(incidentId) ?? none;
  }

  /** The deadlines about one thing itself. */
  about(id: string): readonly Clock[] {
    return this.#byAbout.get(id) ?? none;
  }

  /** Takes the lengths that each side's site has set. */
  configure(configs: ClockConfigs): void {
    if (JSON.stringify(configs) === JSON.stringify(this.configs)) return;
    this.configs = configs;
    this.refresh();
  }

  protected clear(): void {
    this.#byAbout.clear();
    this.#byIncident.clear();
    this.#clocks.clear();
    this.#order.clear();
  }

  protected *allIds(): Iterable<string> {
    const { incidents, requests, tasks } = this.store.picture;
    for (const collection of [incidents, requests, tasks]) yield* collection.keys();
  }

  /** The things whose deadlines a change may start, move or stop. */
  protected idsOf(change: Change): readonly string[] {
    switch (change.collection) {
      case "incidents":
        return [change.id, ...this.#endingWith(change.id)];
      case "requests":
        return [change.id, ...((change.after ?? change.before)?.taskIds ?? [])];
      case "tasks": {
        const task = change.after ?? change.before;
        return task
          ? [task.id, task.incidentId, ...(task.requestId ? [task.requestId] : []), ...this.#refusedOn(task)]
          : [];
      }
      case "clocks": {
        const clock = this.#clocks.get(change.id);
        return clock ? [clock.about] : [];
      }
      default:
        return [];
    }
  }

  /** Derives the deadlines about one thing. */
  protected place(about: string): boolean {
    const before = this.about(about);
    const after = this.#rulesOf(about).map((rule) =>
      buildClock(rule, this.store.get("clocks", subjectOfRule(rule))),
    );
    if (before.length === 0 && after.length === 0) return false;
    if (JSON.stringify(before) === JSON.stringify(after)) return false;
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
    return true;
  }

  protected override derive(): void {
    this.#all = this.#order.ids.flatMap((id) => this.#clocks.get(id) ?? []);
  }

  #placeInIncident(incidentId: string, about: string, after: readonly Clock[]): void {
    const others = this.ofIncident(incidentId).filter((clock) => clock.about !== about);
    const own = after.filter((clock) => clock.incidentId === incidentId);
    const clocks = [...others, ...own].sort(byDue);
    if (clocks.length > 0) this.#byIncident.set(incidentId, clocks);
    else this.#byIncident.delete(incidentId);
  }

  #rulesOf(id: string): ClockRule[] {
    const { store, configs } = this;
    const incident = store.get("incidents", id);
    if (isIncident(incident))
      return incidentClockRules(incident, () => store.related.tasksOfIncident.of(id), configs);
    const request = store.get("requests", id);
    const sceneOf = (incidentId: string) => ({
      configs,
      incident: store.get("incidents", incidentId),
      taskOf: (taskId: string) => store.get("tasks", taskId),
      requestOf: (requestId: string) => store.get("requests", requestId),
      tasks: () => store.related.tasksOfIncident.of(incidentId),
    });
    if (request) return requestClockRules(request, sceneOf(request.incidentId));
    const task = store.get("tasks", id);
    return task ? taskClockRules(task, sceneOf(task.incidentId)) : [];
  }

  /** The refused tasks beside one: another crew that is sent ends their alarm. */
  #refusedOn({ incidentId }: Task): string[] {
    const tasks = this.store.related.tasksOfIncident.of(incidentId);
    return tasks.filter(({ status }) => status === "declined").map(({ id }) => id);
  }

  /** What belongs to an incident: its deadlines follow from how urgent that is, and whether it has ended. */
  #endingWith(incidentId: string): string[] {
    const { requestsOfIncident, tasksOfIncident } = this.store.related;
    return [...requestsOfIncident.of(incidentId), ...tasksOfIncident.of(incidentId)].map(({ id }) => id);
  }
}
