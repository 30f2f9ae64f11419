/** The contract of the log, which every implementation keeps. */
import { describeAppend } from "./append";
import { describeErasure } from "./erasure";
import { fixtureOf } from "./fixture";
import { describeReading } from "./reading";
import { describeReceipts } from "./receipts";
import { describeSessions } from "./sessions";
import type { NewSubject } from "./subject";
import { describeWakes } from "./wakes";

/** Registers the contract's tests for a kind of subject. */
export function describeLog(create: NewSubject): void {
  const on = fixtureOf(create);
  describeAppend(on);
  describeReceipts(on);
  describeReading(on);
  describeErasure(on);
  describeWakes(on);
  describeSessions(on);
}
