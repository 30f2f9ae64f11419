/** The latest position of each unit that this screen may see: volatile, in no picture and no log. */
import type { Positions } from "@/domain/protocol/down";

export class LatestPositions {
  #all: Positions = [];

  /** The same list as long as nothing was taken in or forgotten. */
  get all(): Positions {
    return this.#all;
  }

  /** Takes positions in, the latest per unit; `whole` forgets all that were there. */
  take(positions: Positions, whole: boolean): void {
    const latest = new Map(whole ? [] : this.#all.map((position) => [position[0], position]));
    for (const position of positions) latest.set(position[0], position);
    this.#all = [...latest.values()];
  }

  /** Forgets the positions of these units. Says whether there were any. */
  forget(units: ReadonlySet<string>): boolean {
    const kept = this.#all.filter(([unitId]) => !units.has(unitId));
    if (kept.length === this.#all.length) return false;
    this.#all = kept;
    return true;
  }
}
