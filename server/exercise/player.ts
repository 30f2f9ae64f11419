/**
 * The exercise's state machine: which commands are due, what their answers mean, which storylines people have taken
 * over. It reads no clock, creates no id and sends nothing, so that a test can run a whole round at once.
 */

import type { DenialReason } from "@/domain/errors";
import type { FullEvent } from "@/domain/events";
import type { ExerciseAccounts } from "./accounts";
import { runOf } from "./belonging";
import { CommandBuilder } from "./command-builder";
import { archivingSteps, cleanupSteps } from "./ending";
import {
  arrivalOf,
  type Leftover,
  newRun,
  type PlayTime,
  type Run,
  recordStep,
  type Submission,
} from "./run";
import type { Beginning } from "./scenario";
import { UnitRegistry } from "./unit-registry";

export type Answer = { ok: true } | { ok: false; reason: DenialReason };

export type PlayerOptions = {
  beginnings: readonly Beginning[];
  /** Script minutes after which the scenario starts again. */
  roundMinutes: number;
  accounts: ExerciseAccounts;
  /** A fresh UUID each time. */
  newId: () => string;
};

/** How long an ended storyline stays in the picture (docs/exercise.md). */
export const archiveAfterMs = 30 * 60_000;
/** After an answer of "not saved", the same command id is sent again. */
const retryMinutes = 5;
const maxDelayMinutes = 2;

/** The moment the next step counts from: when this one was due, so that short delays do not add up, or soon after. */
const onTime = ({ dueAt }: Run, script: number): number => Math.max(dueAt, script - maxDelayMinutes);

export class Player {
  readonly registry = new UnitRegistry();
  readonly #runs = new Map<string, Run>();
  readonly #builder: CommandBuilder;
  #started = 0;

  constructor(private readonly options: PlayerOptions) {
    this.#builder = new CommandBuilder({ ...options, registry: this.registry, runs: this.#runs });
  }

  /** How many storylines have not ended. */
  get live(): number {
    return [...this.#runs.values()].filter(({ phase }) => phase === "running" || phase === "cleanup").length;
  }

  /** The commands to send now, in the order in which they fell due. */
  due({ script, nowMs }: PlayTime): Submission[] {
    this.#startStories(script);
    for (const run of this.#runs.values())
      if (run.phase === "retained") this.#startArchiving(run, script, nowMs);
    const ready = [...this.#runs.values()]
      .filter((run) => !run.awaits && run.phase !== "retained" && run.dueAt <= script)
      .sort((a, b) => a.dueAt - b.dueAt);
    return ready.flatMap((run) => this.#submit(run, { script, nowMs }) ?? []);
  }

  /** Takes a command's answer: its storyline continues; a refused step is skipped, an unsaved one sent again. */
  answered({ command }: Submission, answer: Answer, time: PlayTime): void {
    const run = [...this.#runs.values()].find(({ sent }) => sent?.submission.command.id === command.id);
    if (!run) return;
    run.awaits = false;
    if (!answer.ok && answer.reason === "not-saved") {
      run.dueAt = time.script + retryMinutes;
      return;
    }
    if (command.type === "incident.report") {
      if (!answer.ok) this.#runs.delete(run.id);
      run.report = undefined;
      run.open = true;
      run.sent = undefined;
      run.dueAt = onTime(run, time.script) + (run.steps[0]?.after ?? 0);
      return;
    }
    const [step] = run.steps;
    if (answer.ok && step) recordStep(run, step);
    run.sent = undefined;
    this.#proceed(run, time);
  }

  /** Takes an event of the log. An act by a person on a storyline, or on what belongs to it, ends it for the exercise. */
  observe(event: FullEvent): void {
    const byPerson = !this.options.accounts.isExercise(event.actor.by);
    this.registry.observe(event, byPerson);
    // Reading is no act: a screen may report it by itself.
    if (event.type === "message.read") return;
    if (byPerson) {
      const run = runOf(this.#runs.values(), event);
      if (run) this.#runs.delete(run.id);
      return;
    }
    if (event.type !== "incident.noted") return;
    const run = runOf(this.#runs.values(), event);
    if (run) run.lastNote = event.id;
  }

  /** Takes over what an earlier process left: ends what is open, and archives it when its time has come. */
  adopt(left: Leftover, script: number): void {
    const { country, owner, incident, open, endedAtMs, things } = left;
    const id = incident ?? `left ${this.#runs.size}`;
    const dueAt = script + 10 + 5 * this.live;
    const named = new Map(things.map((thing) => [thing.subject, thing]));
    const base = newRun({
      id,
      country,
      key: id,
      round: -1,
      steps: [],
      dueAt,
      owner,
      incident,
      open,
      things: named,
    });
    const steps = cleanupSteps(base);
    const retained = { phase: "retained" as const, archiveAtMs: endedAtMs + archiveAfterMs };
    this.#runs.set(id, { ...base, ...(steps.length > 0 ? { phase: "cleanup" as const, steps } : retained) });
  }

  /** When a task's unit is to be on scene by the script, in script minutes; undefined when no step says so. */
  arrival(taskId: string): number | undefined {
    for (const run of this.#runs.values()) {
      for (const [name, { subject }] of run.things) if (subject === taskId) return arrivalOf(run, name);
    }
    return undefined;
  }

  #startStories(script: number): void {
    const { beginnings, roundMinutes } = this.options;
    for (;;) {
      const round = Math.floor(this.#started / beginnings.length);
      const next = beginnings[this.#started % beginnings.length];
      if (!next || round * roundMinutes + next.at > script) return;
      this.#start(next.story, round, round * roundMinutes + next.at);
      this.#started += 1;
    }
  }

  #start(story: Beginning["story"], round: number, dueAt: number): void {
    const { key, country, steps } = story;
    if (!("report" in story)) {
      const id = `${key} ${round}`;
      this.#runs.set(id, newRun({ id, country, key, round, steps, dueAt: dueAt + (steps[0]?.after ?? 0) }));
      return;
    }
    const { report, reporter } = story;
    const incident = `${country}-${this.options.newId()}`;
    this.#runs.set(
      incident,
      newRun({ id: incident, incident, country, key, round, steps, dueAt, report, reporter }),
    );
  }

  #submit(run: Run, time: PlayTime): Submission | undefined {
    run.sent ??= run.report ? this.#builder.reportOf(run, run.report, time.nowMs) : this.#stepOf(run, time);
    if (!run.sent) return undefined;
    run.awaits = true;
    return run.sent.submission;
  }

  #stepOf(run: Run, time: PlayTime): Run["sent"] {
    const [step] = run.steps;
    if (step && this.#builder.isApplicable(run, step)) return this.#builder.stepOf(run, step, time.nowMs);
    this.#proceed(run, time);
    return undefined;
  }

  /** Proceeds after a step, sent or left out. */
  #proceed(run: Run, { script, nowMs }: PlayTime): void {
    run.steps = run.steps.slice(1);
    if (run.steps.length === 0 && run.phase === "running") {
      run.steps = cleanupSteps(run);
      run.phase = "cleanup";
    }
    const [next] = run.steps;
    if (next) run.dueAt = onTime(run, script) + next.after;
    else if (run.phase === "archiving") this.#runs.delete(run.id);
    else Object.assign(run, { phase: "retained", archiveAtMs: nowMs + archiveAfterMs });
  }

  #startArchiving(run: Run, script: number, nowMs: number): void {
    if (run.archiveAtMs > nowMs) return;
    run.steps = archivingSteps(run);
    run.phase = "archiving";
    run.dueAt = script;
    if (run.steps.length === 0) this.#runs.delete(run.id);
  }
}
