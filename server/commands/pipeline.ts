/** The one way in: commands wait here and are committed together, as many as came while the last append ran. */
import type { Log } from "@/db/types";
import type { Account } from "@/domain/actor";
import type { Vector } from "@/domain/envelope";
import { evolve } from "@/domain/picture";
import { parseCommand } from "@/domain/protocol/parse";
import type { Country } from "@/domain/vocabulary";
import { type Outcome, turnedDown } from "./answers";
import { Batch, type BatchServices, type Waiting } from "./batch";
import { DecisionStates, type StateRules, type StateSeed } from "./decision-state";

/** The protocol's limit of one command, in bytes of UTF-8 JSON. */
const maxCommandBytes = 32 * 1024;
/** So that no transaction, and with it the append lock, grows without bound. */
const maxBatch = 256;
/** After so many commands failed one by one, it is the database that fails and not they. */
const lonelyFailuresBeforeGivingUp = 3;

export type PipelineOptions = BatchServices &
  StateRules & {
    log: Log;
    countries: readonly Country[];
    seeds: ReadonlyMap<Country, StateSeed>;
    /** Called after each commit that wrote something, so that the feed need not wait for its wake-up. */
    onCommitted: () => void;
    onBatchFailed: (error: unknown, size: number) => void;
  };

type Queued = { waiting: Waiting; resolve: (outcome: Outcome) => void };

export class CommandPipeline {
  #states: DecisionStates;
  readonly #queue: Queued[] = [];
  #draining: Promise<void> | null = null;
  #stopped = false;

  constructor(private readonly options: PipelineOptions) {
    this.#states = new DecisionStates(options.countries, options, options.seeds);
  }

  get queued(): number {
    return this.#queue.length;
  }

  /** Where the fold that decisions are made on stands, and its digest there. */
  markOf(country: Country): { vector: Vector; digest: string } {
    const { fold } = this.#states.of(country);
    return { vector: fold.vector, digest: fold.mark.digest };
  }

  /** Folds what the projection lacks without holding the lock, so that the first command need not. */
  async warmUp(): Promise<void> {
    await this.#foldLog(this.#states);
  }

  /** Parses a raw command and waits until it is committed or turned down. Never rejects. */
  async submit(raw: unknown, account: Account, token?: string): Promise<Outcome> {
    if (this.#stopped) return turnedDown("not-saved");
    const bytes = byteLength(raw);
    if (bytes === undefined) return turnedDown("bad-form", "command");
    if (bytes > maxCommandBytes) return turnedDown("too-long");
    const parsed = parseCommand(raw, this.options.now());
    if (!parsed.ok) return parsed;
    return new Promise((resolve) => {
      this.#queue.push({ waiting: { command: parsed.command, account, token }, resolve });
      this.#draining ??= this.#drain();
    });
  }

  /** Throws the folded state away and folds it anew from the log, after an audit found a fold wrong. */
  async refold(): Promise<void> {
    const fresh = new DecisionStates(this.options.countries, { ...this.options, evolveWith: evolve });
    await this.#foldLog(fresh);
    this.#states = fresh;
  }

  /** Takes no further command and waits for those already taken. */
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
    // Lets all commands that arrive in this turn of the event loop share a transaction.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, maxBatch);
      const outcomes = await this.#commit(batch.map(({ waiting }) => waiting));
      for (const [index, { resolve }] of batch.entries()) resolve(outcomes[index] ?? turnedDown("not-saved"));
    }
    this.#draining = null;
  }

  async #commit(waiting: readonly Waiting[]): Promise<Outcome[]> {
    try {
      return await this.#attempt(waiting);
    } catch (error) {
      this.options.onBatchFailed(error, waiting.length);
      return waiting.length === 1 ? [turnedDown("not-saved")] : await this.#oneByOne(waiting);
    }
  }

  /** After a failed append each command is tried alone, so that a bad one costs only itself. */
  async #oneByOne(waiting: readonly Waiting[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    let failures = 0;
    for (const one of waiting) {
      const down = failures >= lonelyFailuresBeforeGivingUp;
      const outcome = down ? turnedDown("not-saved") : await this.#commit([one]).then(([first]) => first);
      const settled = outcome ?? turnedDown("not-saved");
      const failed = !settled.ok && settled.denial.reason === "not-saved";
      failures = failed ? failures + 1 : 0;
      outcomes.push(settled);
    }
    return outcomes;
  }

  async #attempt(waiting: readonly Waiting[]): Promise<Outcome[]> {
    const states = this.#states;
    let batch: Batch | undefined;
    try {
      const outcomes = await this.options.log.transact((tx) => {
        batch = new Batch(tx, states, this.options);
        return batch.run(waiting);
      });
      if (outcomes.some((outcome) => outcome.ok && outcome.events.length > 0)) this.options.onCommitted();
      return outcomes;
    } catch (error) {
      batch?.undo();
      throw error;
    }
  }
}

/** Bytes of a value as JSON; undefined for what is nested too deep to be written. */
function byteLength(value: unknown): number | undefined {
  try {
    return Buffer.byteLength(JSON.stringify(value) ?? "");
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
