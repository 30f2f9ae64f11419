/** Which tasks belong to which incident, kept as they come and go: a status needs only its own. */
import type { Change } from "@/domain/picture";
import type { Task } from "@/domain/task/schema";

const none: readonly Task[] = [];

export class TasksByIncident {
  #tasks = new Map<string, readonly Task[]>();

  of(incidentId: string): readonly Task[] {
    return this.#tasks.get(incidentId) ?? none;
  }

  replace(tasks: Iterable<Task>): void {
    this.#tasks.clear();
    for (const task of tasks) this.#tasks.set(task.incidentId, [...this.of(task.incidentId), task]);
  }

  apply(change: Change): void {
    if (change.collection !== "tasks") return;
    const { before, after, id } = change;
    for (const incidentId of new Set([before?.incidentId, after?.incidentId])) {
      if (incidentId === undefined) continue;
      const others = this.of(incidentId).filter((task) => task.id !== id);
      this.#tasks.set(incidentId, after?.incidentId === incidentId ? [...others, after] : others);
    }
  }
}
