/**
 * The exercise's state machine: which commands are due, what their answers mean, which storylines people have taken
 * over. It reads no clock, creates no id and sends nothing, so that a test can run a whole round at once.
 */

import type { DenialReason } from "@/domain/errors";
import type { FullEvent } from "@/domain/events";
import type { Country } from "@/domain/vocabulary";
import type { ExerciseAccounts } from "./accounts";
import { isAwaited, learn } from "./announcements";
import { runOf } from "./belonging";
import { CommandBuilder } from "./command-builder";
import { archivingSteps, cleanupSteps, endingSteps } from "./ending";
import {
  arrivalOf,
  type Leftover,
  newRun,
  type PlayTime,
  type Run,
  recordStep,
  type Submission,
} from "./run";
import { countryOfStep, type StoryStep, stepOf } from "./scenario/story";
import { type StartOptions, Starts } from "./starts";
import { UnitRegistry } from "./unit-registry";

export type Answer = { ok: true } | { ok: false; reason: DenialReason };

export type PlayerOptions = StartOptions & { accounts: ExerciseAccounts };

/** How long an ended storyline stays in the picture (docs/exercise.md). */
export const archiveAfterMs = 30 * 60_000;
/** How long a step of the other country is waited for, in script minutes after it was due. */
export const patienceMinutes = 25;
/** After an answer of "not saved", the same command id is sent again. */
const retryMinutes = 5;
const maxDelayMinutes = 2;

/** The moment the next step counts from: when this one was due, so that short delays do not add up, or soon after. */
const onTime = ({ dueAt }: Run, script: number): number => Math.max(dueAt, script - maxDelayMinutes);

export class Player {
  readonly registry = new UnitRegistry();
  readonly #runs = new Map<string, Run>();
  readonly #builder: CommandBuilder;
  readonly #starts: Starts;

  constructor(private readonly options: PlayerOptions) {
    this.#builder = new CommandBuilder({ ...options, registry: this.registry, runs: this.#runs });
    this.#starts = new Starts(options);
  }

  /** How many storylines have not ended. */
  get live(): number {
    return [...this.#runs.values()].filter(({ phase }) => phase === "running" || phase === "cleanup").length;
  }

  /** The commands to send now, in the order in which they fell due. */
  due({ script, nowMs }: PlayTime): Submission[] {
    for (const run of this.#starts.due(script)) this.#runs.set(run.id, run);
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
    if (answer.ok && step) recordStep(run, step, run.sent?.made);
    run.sent = undefined;
    this.#proceed(run, time);
  }

  /** Takes an event of the log. An act by a person on a storyline, or on what belongs to it, ends it for the exercise. */
  observe(event: FullEvent, { script }: PlayTime): void {
    const byPerson = !this.options.accounts.isExercise(event.actor);
    this.registry.observe(event, byPerson);
    // Reading is no act: a screen may report it by itself.
    if (event.type === "message.read") return;
    if (byPerson) {
      const run = runOf(this.#runs.values(), event);
      if (run) this.#runs.delete(run.id);
      return;
    }
    if (!this.#plays(event.actor.country)) {
      const joined = event.type === "incident.released" && this.#starts.join(event.subject, script);
      if (joined) this.#runs.set(joined.id, joined);
      for (const run of this.#runs.values()) learn(run, event, script);
      return;
    }
    if (event.type !== "incident.noted") return;
    const run = runOf(this.#runs.values(), event);
    if (run?.country === event.actor.country) run.lastNote = event.id;
  }

  /** Takes over what an earlier process left: ends what is open, and archives it when its time has come. */
  adopt({ things, endedAtMs, isUnread, ...left }: Leftover, script: number): void {
    const id = left.incident ?? `left ${this.#runs.size}`;
    if (left.incident) this.#starts.leaveOut(left.incident);
    const dueAt = script + 10 + 5 * this.live;
    const named = new Map(things.map((thing) => [thing.subject, thing]));
    const run = newRun({ ...left, id, key: id, round: -1, steps: [], dueAt, things: named });
    this.#runs.set(id, run);
    this.#beginCleanup(run);
    if (isUnread) run.steps = [stepOf("partner", 0, "operator", "incident.acknowledge", {}), ...run.steps];
    if (run.steps.length > 0) return;
    run.phase = "retained";
    run.archiveAtMs = endedAtMs + archiveAfterMs;
  }

  /** When a task's unit is to be on scene by the script, in script minutes; undefined when no step says so. */
  arrival(taskId: string): number | undefined {
    for (const run of this.#runs.values()) {
      for (const [name, { subject }] of run.things) if (subject === taskId) return arrivalOf(run, name);
    }
    return undefined;
  }

  #plays(country: Country): boolean {
    return this.options.plays.includes(country);
  }

  #submit(run: Run, time: PlayTime): Submission | undefined {
    run.sent ??= run.report ? this.#builder.reportOf(run, run.report, time.nowMs) : this.#stepOf(run, time);
    if (!run.sent) return undefined;
    run.awaits = true;
    return run.sent.submission;
  }

  #stepOf(run: Run, time: PlayTime): Run["sent"] {
    const step = this.#nextOf(run);
    if (step && !this.#plays(countryOfStep(run.country, step))) return this.#waitFor(run, step, time);
    if (step && this.#builder.isApplicable(run, step)) return this.#builder.stepOf(run, step, time.nowMs);
    this.#proceed(run, time);
    return undefined;
  }

  /** The next step; before one that closes the incident, those that end what a cut has left running on it. */
  #nextOf(run: Run): StoryStep | undefined {
    const [step] = run.steps;
    const closes = step?.act.type === "incident.close" || step?.act.type === "incident.merge";
    if (!step || !closes || run.endedBefore === step || !this.#plays(countryOfStep(run.country, step)))
      return step;
    run.endedBefore = step;
    run.steps = [...this.#ofOurs(run, endingSteps(run)), ...run.steps];
    return run.steps[0];
  }

  /** Waits for a step of the other country until it was seen here, or for so long. */
  #waitFor(run: Run, step: StoryStep, time: PlayTime): undefined {
    const isInTime = time.script - run.dueAt < patienceMinutes;
    const waits = isAwaited(run, step);
    if (waits && isInTime) return;
    if (waits) run.missed.push(step);
    this.#proceed(run, time);
  }

  /** Those of the steps that the countries played here take. */
  #ofOurs(run: Run, steps: readonly StoryStep[]): StoryStep[] {
    return steps.filter((step) => this.#plays(countryOfStep(run.country, step)));
  }

  #beginCleanup(run: Run): void {
    run.phase = "cleanup";
    run.steps = this.#ofOurs(run, cleanupSteps(run));
    run.hasLateThings = false;
  }

  /** Proceeds after a step, sent or left out. */
  #proceed(run: Run, { script, nowMs }: PlayTime): void {
    run.steps = run.steps.slice(1);
    if (run.steps.length === 0 && (run.phase === "running" || run.hasLateThings)) this.#beginCleanup(run);
    const [next] = run.steps;
    if (next) run.dueAt = onTime(run, script) + next.after;
    else if (run.phase === "archiving") this.#runs.delete(run.id);
    else Object.assign(run, { phase: "retained", archiveAtMs: nowMs + archiveAfterMs });
  }

  #startArchiving(run: Run, script: number, nowMs: number): void {
    if (run.hasLateThings) {
      this.#beginCleanup(run);
      run.dueAt = script;
      return;
    }
    if (run.archiveAtMs > nowMs) return;
    run.steps = this.#ofOurs(run, archivingSteps(run));
    run.phase = "archiving";
    run.dueAt = script;
    if (run.steps.length === 0) this.#runs.delete(run.id);
  }
}
