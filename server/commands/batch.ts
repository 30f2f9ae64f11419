/** One batch of waiting commands, decided in turn under the append lock (rule C1). */
import type { AppendTransaction, HeadsByStream, Receipt } from "@/db/types";
import type { Account } from "@/domain/actor";
import type { Command } from "@/domain/commands";
import { decide } from "@/domain/decide";
import { type Draft, type Meta, mostEvents, parseDraft } from "@/domain/decision";
import type { DenialReason } from "@/domain/errors";
import type { EventType, FullEvent } from "@/domain/events";
import { canonical, sha256Hex } from "@/domain/hash";
import type { Admitted } from "./admission";
import { type Outcome, refused } from "./answers";
import type { DecisionStates, StateStep } from "./decision-state";

export type Waiting = {
  command: Command;
  account: Account;
  /** The session behind it; absent for jobs, which have none. */
  token?: string;
};

/** What a batch depends on: the time, new ids, and the province of a place. */
export type BatchServices = {
  now: () => string;
  eventIds: (count: number) => readonly string[];
  resolvePlace: (command: Command) => Meta["resolved"];
  onFault: (error: unknown, waiting: Waiting) => void;
  /** Why no joint event may be written on these heads; undefined when it may. Absent where there is no link. */
  jointRefusal?: (heads: HeadsByStream) => DenialReason | undefined;
  /** Takes in what has landed from the partner's node; absent where there is no link. */
  admit?: (tx: AppendTransaction) => Promise<Admitted>;
  /** Whether the partner's node can take in joint events of this type; absent where there is no link. */
  partnerKnows?: (type: EventType) => boolean;
};

/** A hash of type, subject and body, which a repeated command id must match; `basis` is not part of it. */
export function fingerprintOf({ type, subject, body }: Command): string {
  return sha256Hex(canonical({ type, subject, body }));
}

const keyOf = (account: string, commandId: string): string => `${account} ${commandId}`;

export class Batch {
  readonly #known = new Map<string, Receipt>();
  readonly #fresh: Receipt[] = [];
  readonly #steps: StateStep[] = [];
  #live: ReadonlySet<string> = new Set();
  #admitted: Admitted = { events: [], more: false };

  constructor(
    private readonly tx: AppendTransaction,
    private readonly states: DecisionStates,
    private readonly services: BatchServices,
  ) {}

  /** What was admitted from the partner's node in this batch. */
  get admitted(): Admitted {
    return this.#admitted;
  }

  /** Decides every command and writes the events. Throws when the database does; then call `undo`. */
  async run(waiting: readonly Waiting[]): Promise<Outcome[]> {
    await this.#prepare(waiting);
    await this.#admit();
    const outcomes = waiting.map((one) => this.#decideSafely(one));
    if (this.#fresh.length > 0 || this.#admitted.events.length > 0) await this.tx.flush(this.#fresh);
    for (const event of this.#admitted.events)
      if (event.type === "release.recalled") await this.tx.arrivals.erase(event);
    return outcomes;
  }

  /** The partner's events come first, so that this batch decides on what has landed. */
  async #admit(): Promise<void> {
    if (!this.services.admit) return;
    this.#admitted = await this.services.admit(this.tx);
    for (const event of this.#admitted.events) {
      this.tx.admit(event);
      this.#steps.push(this.states.apply(event));
    }
  }

  /** Reverts the fold to what is committed, after a failed append. */
  undo(): void {
    for (const step of this.#steps.splice(0).reverse()) this.states.undo(step);
  }

  async #prepare(waiting: readonly Waiting[]): Promise<void> {
    const tokens = [...new Set(waiting.flatMap(({ token }) => (token === undefined ? [] : [token])))];
    this.#live = await this.tx.liveSessions(tokens);
    for (const event of await this.tx.readAfter(this.states.vector, this.states.streams))
      this.states.apply(event);
    const keys = waiting.map(({ account, command }) => ({ account: account.id, commandId: command.id }));
    for (const receipt of await this.tx.receipts(keys)) {
      this.#known.set(keyOf(receipt.account, receipt.commandId), receipt);
    }
  }

  /** A decision that throws is a defect: it is logged, its command fails, and the rest of the batch is unaffected. */
  #decideSafely(waiting: Waiting): Outcome {
    const mark = this.tx.mark();
    const stepsBefore = this.#steps.length;
    try {
      return this.#decide(waiting);
    } catch (error) {
      for (const step of this.#steps.splice(stepsBefore).reverse()) this.states.undo(step);
      this.tx.rewind(mark);
      this.services.onFault(error, waiting);
      return refused("not-saved");
    }
  }

  #decide({ command, account, token }: Waiting): Outcome {
    if (token !== undefined && !this.#live.has(token)) return refused("signed-out");
    const fingerprint = fingerprintOf(command);
    const receipt = this.#known.get(keyOf(account.id, command.id));
    if (receipt) {
      return receipt.fingerprint === fingerprint
        ? { ok: true, events: receipt.events }
        : refused("id-reused", "id");
    }
    const at = this.services.now();
    const resolved = this.services.resolvePlace(command);
    const meta = {
      account,
      at,
      eventIds: this.services.eventIds(mostEvents(command)),
      ...(resolved ? { resolved } : {}),
    };
    const decision = decide(this.states.of(account.country).view, command, meta);
    if (!decision.ok) return decision;
    if (!this.#partnerTakes(decision.drafts)) return refused("partner-older");
    const isJoint = decision.drafts.some(({ scope }) => scope === "joint");
    const refusal = isJoint ? this.services.jointRefusal?.(this.tx.heads) : undefined;
    if (refusal) return refused(refusal);
    const events = this.#append(decision.drafts, account, at).map(({ stream, seq }) => ({ stream, seq }));
    this.#remember({ account: account.id, commandId: command.id, fingerprint, events });
    return { ok: true, events };
  }

  /** An event that the partner cannot take in would hold up everything that follows it there. */
  #partnerTakes(drafts: readonly Draft[]): boolean {
    const { partnerKnows } = this.services;
    return !partnerKnows || drafts.every(({ scope, type }) => scope === "national" || partnerKnows(type));
  }

  #append(drafts: readonly Draft[], account: Account, at: string): FullEvent[] {
    const { desk, role, country, by } = account;
    const actor = { desk, role, country, by };
    const events = this.tx.chain(drafts.map((draft) => ({ draft: parseDraft(draft), actor, at })));
    for (const event of events) this.#steps.push(this.states.apply(event));
    return events;
  }

  #remember(receipt: Receipt): void {
    this.#known.set(keyOf(receipt.account, receipt.commandId), receipt);
    this.#fresh.push(receipt);
  }
}
