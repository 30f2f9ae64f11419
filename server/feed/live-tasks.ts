/**
 * An index of the live tasks by unit and by incident, updated incrementally, so that handling a position costs the same
 * whatever the size of the picture.
 */
import type { Change, Picture } from "@/domain/picture";
import { isLiveTask } from "@/domain/task/machine";
import type { Task } from "@/domain/task/schema";
import type { Country } from "@/domain/vocabulary";

const none: ReadonlyMap<string, Task> = new Map();

export class LiveTasks {
  readonly #ofUnit = new Map<string, Map<string, Task>>();
  readonly #onIncident = new Map<string, Map<string, Task>>();

  constructor(picture: Picture) {
    this.replace(picture);
  }

  /** Rebuilds the index from a picture. */
  replace(picture: Picture): void {
    this.#ofUnit.clear();
    this.#onIncident.clear();
    for (const task of picture.tasks.values()) this.#add(task);
  }

  apply(change: Change): void {
    if (change.collection !== "tasks") return;
    if (change.before) this.#remove(change.before);
    if (change.after) this.#add(change.after);
  }

  /** The incidents that a unit has live tasks on. */
  incidentsOf(unitId: string | undefined): Set<string> {
    const tasks = unitId === undefined ? none : (this.#ofUnit.get(unitId) ?? none);
    return new Set([...tasks.values()].map(({ incidentId }) => incidentId));
  }

  /** The country's own units with live tasks on the same incidents as this unit, itself included. */
  unitsAlongside(country: Country, unitId: string): Set<string> {
    const units = new Set([unitId]);
    for (const incidentId of this.incidentsOf(unitId)) {
      for (const task of this.#onIncident.get(incidentId)?.values() ?? []) {
        if (task.country === country) units.add(task.unitId);
      }
    }
    return units;
  }

  /**
   * Since when a country's unit has been on joint tasks, ISO 8601 UTC: only while it is, and only positions from then on,
   * may the partner see where it is. Undefined while it is on none.
   */
  jointSince(country: Country, unitId: string): string | undefined {
    let since: string | undefined;
    // A task names its unit by id alone; another country's task must never reveal this country's unit.
    for (const { shared, country: whose, times } of this.#ofUnit.get(unitId)?.values() ?? []) {
      if (!shared || whose !== country) continue;
      if (since === undefined || times.assigned < since) since = times.assigned;
    }
    return since;
  }

  /** The callsign of a unit with a live task, as the task shows it. */
  callsignOf(unitId: string): string | undefined {
    const [task] = this.#ofUnit.get(unitId)?.values() ?? [];
    return task?.unit.callsign;
  }

  #add(task: Task): void {
    if (!isLiveTask(task)) return;
    put(this.#ofUnit, task.unitId, task);
    put(this.#onIncident, task.incidentId, task);
  }

  #remove(task: Task): void {
    take(this.#ofUnit, task.unitId, task);
    take(this.#onIncident, task.incidentId, task);
  }
}

function put(index: Map<string, Map<string, Task>>, key: string, task: Task): void {
  const group = index.get(key) ?? new Map<string, Task>();
  index.set(key, group.set(task.id, task));
}

function take(index: Map<string, Map<string, Task>>, key: string, task: Task): void {
  const group = index.get(key);
  if (group?.delete(task.id) && group.size === 0) index.delete(key);
}
