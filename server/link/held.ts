/** What persons may do about the partner's event that waits: look at it, have it judged again, or discard it. */
import type { Database } from "@/db/database";
import {
  type Decision,
  type HeldAction,
  type LandedText,
  markDiscarded,
  type RecordedDecision,
  readDecisions,
  readLanded,
  readWaiting,
  recordDecision,
  takeOtherLanding,
} from "@/db/log/held";
import type { Log } from "@/db/types";
import type { Account } from "@/domain/actor";
import type { HeldEvent } from "@/domain/protocol/down";
import type { Country } from "@/domain/vocabulary";
import { canDiscard } from "../commands/admission";

/** Decisions that a list shows. */
const shownDecisions = 20;

export type HeldReport = {
  waiting?: HeldEvent & Omit<LandedText, "body">;
  decisions: RecordedDecision[];
};

export type HeldAnswer =
  /** Nothing waits at this seq: it was taken in, or decided by somebody else. */
  | { outcome: "gone" }
  | { outcome: "admitted" }
  | { outcome: "waits"; waiting: HeldEvent }
  /** It does not continue its stream, so not even its header can be taken in. */
  | { outcome: "not-discardable" }
  | { outcome: "opened"; body: string | null };

export type HeldDecision = { seq: number; action: HeldAction; reason: string | null };

export type HeldOptions = {
  country: Country;
  db: Database;
  log: Log;
  /** Judges what has landed; resolves once it was tried. */
  takeArrivals: () => Promise<void>;
  partnerIsNewer: () => boolean;
};

export class HeldEvents {
  constructor(private readonly options: HeldOptions) {}

  async report(): Promise<HeldReport> {
    const { db, country } = this.options;
    const waiting = await readWaiting(db, country);
    const decisions = await readDecisions(db, country, shownDecisions);
    if (!waiting) return { decisions };
    const { body: _, ...landed } = await readLanded(db, waiting);
    return { waiting: { ...waiting, ...landed }, decisions };
  }

  /** Carries out what an account decided about the event at a seq. Whoever may, was asked before. */
  async decide({ seq, action, reason }: HeldDecision, account: Account): Promise<HeldAnswer> {
    const { db, country } = this.options;
    const waiting = await readWaiting(db, country);
    if (waiting?.seq !== seq) return { outcome: "gone" };
    const { username, desk, role } = account;
    const decision: Decision = { stream: waiting.stream, seq, action, reason, username, desk, role };
    switch (action) {
      case "open":
        await recordDecision(db, decision);
        return { outcome: "opened", body: (await readLanded(db, waiting)).body };
      case "retry":
        await db.transaction(async (tx) => {
          await recordDecision(tx, decision);
          await takeOtherLanding(tx, waiting);
        });
        return this.#judged(seq);
      case "discard":
        return this.#discard(decision);
    }
  }

  async #discard(decision: Decision): Promise<HeldAnswer> {
    const { db, log, country, partnerIsNewer } = this.options;
    const possible = await log.transact((tx) => canDiscard(tx, { country, partnerIsNewer }));
    if (!possible) return { outcome: "not-discardable" };
    await db.transaction(async (tx) => {
      await recordDecision(tx, decision);
      await markDiscarded(tx, decision);
    });
    return this.#judged(decision.seq);
  }

  async #judged(seq: number): Promise<HeldAnswer> {
    const { db, country, takeArrivals } = this.options;
    await takeArrivals();
    const waiting = await readWaiting(db, country);
    return waiting?.seq === seq ? { outcome: "waits", waiting } : { outcome: "admitted" };
  }
}
