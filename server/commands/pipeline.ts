/** The only way commands enter the log: they queue here and are committed in batches. */
import type { AppendTransaction, Log } from "@/db/types";
import type { Account } from "@/domain/actor";
import type { Vector } from "@/domain/envelope";
import { evolve } from "@/domain/picture";
import { parseCommand } from "@/domain/protocol/parse";
import type { Country } from "@/domain/vocabulary";
import type { Admitted } from "./admission";
import { type Outcome, refused } from "./answers";
import { ArrivalPace } from "./arrival-pace";
import { Batch, type BatchServices, type Waiting } from "./batch";
import { byteLength } from "./byte-length";
import { DecisionStates, type StateRules, type StateSeed } from "./decision-state";

/** The protocol's limit for one command, in bytes of UTF-8 JSON. */
const maxCommandBytes = 32 * 1024;
/** Bounds the length of a transaction, and so of the append lock. */
const maxBatch = 256;
/** After this many consecutive failures of single commands the database is assumed to be down. */
const maxSingleFailures = 3;

export type PipelineOptions = Omit<BatchServices, "admit"> &
  StateRules & {
    /** Takes in what has landed from the partner's node, so many rows at most; absent where there is no link. */
    admit?: (tx: AppendTransaction, atMost: number) => Promise<Admitted>;
    log: Log;
    countries: readonly Country[];
    seeds: ReadonlyMap<Country, StateSeed>;
    /** Called after each commit that wrote events, so that the feed need not wait for its wake-up. */
    onCommitted: () => void;
    onBatchFailed: (error: unknown, size: number) => void;
  };

type Queued = { waiting: Waiting; resolve: (outcome: Outcome) => void };

export class CommandPipeline {
  #states: DecisionStates;
  readonly #queue: Queued[] = [];
  #draining: Promise<void> | null = null;
  #arrived = false;
  #stopped = false;
  readonly #pace = new ArrivalPace();
  #restMs = 0;
  #endRest: (() => void) | undefined;

  constructor(private readonly options: PipelineOptions) {
    this.#states = new DecisionStates(options.countries, options, options.seeds);
  }

  get queued(): number {
    return this.#queue.length;
  }

  /** The vector and digest of the fold that commands are decided on. */
  markOf(country: Country): { vector: Vector; digest: string } {
    const { fold } = this.#states.of(country);
    return { vector: fold.vector, digest: fold.mark.digest };
  }

  /** Folds what the projection lacks before the first command, without the append lock. */
  async warmUp(): Promise<void> {
    await this.#foldLog(this.#states);
  }

  /** Parses an untrusted command; resolves when it is committed or refused. Never rejects. */
  async submit(raw: unknown, account: Account, token?: string): Promise<Outcome> {
    if (this.#stopped) return refused("not-saved");
    const bytes = byteLength(raw);
    if (bytes === undefined) return refused("bad-form", "command");
    if (bytes > maxCommandBytes) return refused("too-long");
    const parsed = parseCommand(raw, this.options.now());
    if (!parsed.ok) return parsed;
    return new Promise((resolve) => {
      this.#queue.push({ waiting: { command: parsed.command, account, token }, resolve });
      this.#draining ??= this.#drain();
      this.#endRest?.();
    });
  }

  /** Something may have landed from the partner's node: it is taken in with the next batch, or in one of its own. */
  wakeArrivals(): void {
    void this.takeArrivals();
  }

  /** Takes in what has landed from the partner's node; resolves once it was tried. */
  async takeArrivals(): Promise<void> {
    if (this.#stopped || !this.options.admit) return;
    this.#arrived = true;
    this.#draining ??= this.#drain();
    await this.#draining;
  }

  /** Replaces the folded state by a fold of the log, after an audit found a fold wrong. */
  async refold(): Promise<void> {
    const fresh = new DecisionStates(this.options.countries, { ...this.options, evolveWith: evolve });
    await this.#foldLog(fresh);
    this.#states = fresh;
  }

  /** Refuses further commands and resolves when those accepted are done. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#draining;
  }

  async #foldLog(states: DecisionStates): Promise<void> {
    for (;;) {
      const events = await this.options.log.readAfter(states.vector, states.streams, 10_000);
      for (const event of events) states.apply(event);
      if (events.length === 0) return;
    }
  }

  async #drain(): Promise<void> {
    // Until all commands of this turn of the event loop have arrived, so that they share a transaction.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#queue.length > 0 || this.#arrived) {
      const alone = this.#pace.giveTurn(this.#queue.length > 0);
      // A page of a flood takes no commands with it, so that none waits for the whole of it.
      const batch = this.#pace.isFlood && !alone ? [] : this.#queue.splice(0, maxBatch);
      if (!alone) this.#arrived = false;
      const outcomes = await this.#commit(
        batch.map(({ waiting }) => waiting),
        !alone,
      );
      for (const [index, { resolve }] of batch.entries()) resolve(outcomes[index] ?? refused("not-saved"));
      await this.#rest();
    }
    this.#draining = null;
  }

  /** Leaves the database and this process to others for a moment between two pages of a flood; a command ends it. */
  async #rest(): Promise<void> {
    const restMs = this.#restMs;
    this.#restMs = 0;
    if (restMs === 0 || this.#queue.length > 0 || this.#stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, restMs);
      this.#endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#endRest = undefined;
  }

  async #commit(waiting: readonly Waiting[], admitting = true): Promise<Outcome[]> {
    try {
      return await this.#attempt(waiting, admitting);
    } catch (error) {
      this.options.onBatchFailed(error, waiting.length);
      // Own streams first: whatever has landed from the partner costs no command of ours.
      if (admitting && this.options.admit) return await this.#commit(waiting, false);
      return waiting.length > 1 ? await this.#oneByOne(waiting) : waiting.map(() => refused("not-saved"));
    }
  }

  /** After a failed append tries each command alone, so that a bad one fails alone. */
  async #oneByOne(waiting: readonly Waiting[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    let failures = 0;
    for (const one of waiting) {
      const down = failures >= maxSingleFailures;
      const outcome = down ? refused("not-saved") : await this.#commit([one], false).then(([first]) => first);
      const answered = outcome ?? refused("not-saved");
      const failed = !answered.ok && answered.denial.reason === "not-saved";
      failures = failed ? failures + 1 : 0;
      outcomes.push(answered);
    }
    return outcomes;
  }

  #paceOf({ events, more }: Admitted, tookMs: number): void {
    if (more) this.#arrived = true;
    this.#restMs = this.#pace.note({ rows: events.length, tookMs, more });
  }

  async #attempt(waiting: readonly Waiting[], admitting: boolean): Promise<Outcome[]> {
    const { admit, ...services } = this.options;
    const atMost = this.#pace.atMost;
    const admission = admitting && admit ? { admit: (tx: AppendTransaction) => admit(tx, atMost) } : {};
    const states = this.#states;
    let batch: Batch | undefined;
    const began = performance.now();
    try {
      const outcomes = await this.options.log.transact((tx) => {
        batch = new Batch(tx, states, { ...services, ...admission });
        return batch.run(waiting);
      });
      const admitted = batch?.admitted;
      const tookMs = performance.now() - began;
      if (admitted && "admit" in admission) this.#paceOf(admitted, tookMs);
      else this.#pace.noteCommands(tookMs);
      const wrote = outcomes.some((outcome) => outcome.ok && outcome.events.length > 0);
      if (wrote || (admitted?.events.length ?? 0) > 0) this.options.onCommitted();
      return outcomes;
    } catch (error) {
      batch?.undo();
      throw error;
    }
  }
}
