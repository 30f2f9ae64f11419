/** What the log promises, whichever driver is underneath. */
import type { TestDatabases } from "../../testing/databases";
import { describeAppend } from "./append";
import { describeErasure } from "./erasure";
import { fixtureOf } from "./fixture";
import { describeReading } from "./reading";
import { describeReceipts } from "./receipts";
import { describeWakes } from "./wakes";

export function describeLog(databases: () => TestDatabases): void {
  const on = fixtureOf(databases);
  describeAppend(on);
  describeReceipts(on);
  describeReading(on);
  describeErasure(on);
  describeWakes(on);
}
