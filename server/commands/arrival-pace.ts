/** How much of a flood of arrivals one transaction takes, so that commands of this node's desks do not wait long. */
import { mostRows } from "./admission";

/** A page is to take about so long where own commands take less: a desk is to wait less than twice as long as ever. */
const leastPageMs = 12;
/** The weight of the latest transaction of own commands in their average. */
const latestShare = 0.2;
const fewestRows = 16;

export class ArrivalPace {
  #atMost = 32;
  #hasMore = false;
  #isTurnOfCommands = true;
  #commandsMs = 0;

  /** Rows that the next page takes at most. */
  get atMost(): number {
    return this.#atMost;
  }

  /** Whether the last page left some for the next one: then commands and pages have transactions of their own, in turn. */
  get isFlood(): boolean {
    return this.#hasMore;
  }

  /** Whether the next transaction is for commands alone: own ones come first. */
  giveTurn(commandsWait: boolean): boolean {
    const isOfCommands = this.#hasMore && commandsWait && this.#isTurnOfCommands;
    this.#isTurnOfCommands = !isOfCommands;
    return isOfCommands;
  }

  /** Notes a transaction of own commands alone. */
  noteCommands(tookMs: number): void {
    this.#commandsMs += latestShare * (tookMs - this.#commandsMs);
  }

  /** Notes a page that took so many rows in so long, and whether there are more. Returns how long to rest after it. */
  note({ rows, tookMs, more }: { rows: number; tookMs: number; more: boolean }): number {
    this.#hasMore = more;
    if (rows === 0) return 0;
    const pageMs = Math.max(leastPageMs, this.#commandsMs);
    const fitting = Math.round((rows * pageMs) / Math.max(1, tookMs));
    this.#atMost = Math.min(mostRows, Math.max(fewestRows, Math.min(fitting, this.#atMost * 2)));
    return more ? Math.min(tookMs / 2, leastPageMs) : 0;
  }
}
