/** Sends what the partner may see of own units' positions: what is new, and everything again now and then. */
import type { Positions } from "@/domain/protocol/down";
import { noticesOf, type PositionsNotice } from "./positions";

/** So that a node that started, or took a task in after the position, sees a unit that stands still. Milliseconds. */
const wholeEveryMs = 15_000;

export type PositionSenderOptions = {
  /** Those of this node's units that the partner may see now. */
  shared: () => Positions;
  /** The radius in metres that a unit's position may be off by. */
  accuracyOf: (unitId: string) => number | undefined;
  /** Whether this process writes for its node and the partner reads what it writes. */
  mayWrite: () => Promise<boolean>;
  write: (notice: PositionsNotice) => Promise<void>;
  nowMs: () => number;
};

export class PositionSender {
  /** Per unit when what was last sent of it was measured. Milliseconds since 1970. */
  #sent = new Map<string, number>();
  #wholeAtMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: PositionSenderOptions) {}

  /** Nothing waits while the partner does not read: what is then sent is where the units are, not where they were. */
  async send(): Promise<void> {
    const { shared, accuracyOf, mayWrite, write, nowMs } = this.options;
    const whole = nowMs() - this.#wholeAtMs >= wholeEveryMs;
    const due = shared().filter(([unitId, , , atMs]) => whole || atMs > (this.#sent.get(unitId) ?? 0));
    if (due.length === 0 || !(await mayWrite())) return;
    for (const notice of noticesOf(due, accuracyOf)) await write(notice);
    if (whole) {
      this.#sent.clear();
      this.#wholeAtMs = nowMs();
    }
    for (const [unitId, , , atMs] of due) this.#sent.set(unitId, atMs);
  }
}
