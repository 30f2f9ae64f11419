/**
 * The exercise as a state machine: which command is due, what its answer means, whose incident it still is.
 * It reads no clock, makes no id and sends nothing: all that is handed in, so that a test can play a round at once.
 */

import type { DenialReason } from "@/domain/errors";
import type { FullEvent } from "@/domain/events";
import type { Actors } from "./accounts";
import { runOf } from "./belonging";
import { Casting } from "./command-builder";
import { leavingSteps, tidySteps } from "./ending";
import {
  arrivalOf,
  carriedOut,
  type LeftBehind,
  newRun,
  type PlayTime,
  type Run,
  type Submission,
} from "./run";
import type { Beginning } from "./scenario";
import { Roster } from "./unit-registry";

export type Answer = { ok: true } | { ok: false; reason: DenialReason };

export type PlayerOptions = {
  beginnings: readonly Beginning[];
  /** Script minutes after which the scenario begins anew. */
  roundMinutes: number;
  actors: Actors;
  /** A fresh UUID each time. */
  newId: () => string;
};

/** What is over leaves the picture after this long (docs/exercise.md). */
export const archiveAfterMs = 30 * 60_000;
/** After an answer of "not saved", the same command id is sent again. */
const retryMinutes = 5;
const longestDelay = 2;

/** The next step counts from when this one was due, so that short delays do not add up; long ones are not made up for. */
const onTime = ({ dueAt }: Run, script: number): number => Math.max(dueAt, script - longestDelay);

export class Player {
  readonly roster = new Roster();
  readonly #runs = new Map<string, Run>();
  readonly #casting: Casting;
  #begun = 0;

  constructor(private readonly options: PlayerOptions) {
    this.#casting = new Casting({ ...options, roster: this.roster, runs: this.#runs });
  }

  /** Storylines that are not over. */
  get live(): number {
    return [...this.#runs.values()].filter(({ phase }) => phase === "plays" || phase === "tidies").length;
  }

  /** The commands to send now, in the order in which they fell due. */
  due({ script, nowMs }: PlayTime): Submission[] {
    this.#beginStories(script);
    for (const run of this.#runs.values()) if (run.phase === "waits") this.#leave(run, script, nowMs);
    const ready = [...this.#runs.values()]
      .filter((run) => !run.awaits && run.phase !== "waits" && run.dueAt <= script)
      .sort((a, b) => a.dueAt - b.dueAt);
    return ready.flatMap((run) => this.#submit(run, { script, nowMs }) ?? []);
  }

  /** What became of a command: the storyline goes on; a step that was refused is skipped. */
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
    if (answer.ok && step) carriedOut(run, step);
    run.sent = undefined;
    this.#goOn(run, time);
  }

  /** Watches the log: whoever else acts on a storyline's incident, or on what belongs to it, has all of it from then. */
  seen(event: FullEvent): void {
    const byPerson = !this.options.actors.plays(event.actor.by);
    this.roster.seen(event, byPerson);
    // Reading is no act: a screen may say it by itself.
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

  /** Takes back what an earlier process left: ends what is open, and takes it out of the picture in its time. */
  adopt(left: LeftBehind, script: number): void {
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
    const steps = tidySteps(base);
    const over = { phase: "waits" as const, archiveAtMs: endedAtMs + archiveAfterMs };
    this.#runs.set(id, { ...base, ...(steps.length > 0 ? { phase: "tidies" as const, steps } : over) });
  }

  /** When the script has a task's unit on scene, in script minutes; undefined when it does not say. */
  arrival(taskId: string): number | undefined {
    for (const run of this.#runs.values()) {
      for (const [name, { subject }] of run.things) if (subject === taskId) return arrivalOf(run, name);
    }
    return undefined;
  }

  #beginStories(script: number): void {
    const { beginnings, roundMinutes } = this.options;
    for (;;) {
      const round = Math.floor(this.#begun / beginnings.length);
      const next = beginnings[this.#begun % beginnings.length];
      if (!next || round * roundMinutes + next.at > script) return;
      this.#begin(next.story, round, round * roundMinutes + next.at);
      this.#begun += 1;
    }
  }

  #begin(story: Beginning["story"], round: number, dueAt: number): void {
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
    run.sent ??= run.report ? this.#casting.reportOf(run, run.report, time.nowMs) : this.#stepOf(run, time);
    if (!run.sent) return undefined;
    run.awaits = true;
    return run.sent.submission;
  }

  #stepOf(run: Run, time: PlayTime): Run["sent"] {
    const [step] = run.steps;
    if (step && this.#casting.hasSense(run, step)) return this.#casting.stepOf(run, step, time.nowMs);
    this.#goOn(run, time);
    return undefined;
  }

  /** After a step, or in place of one that was left out. */
  #goOn(run: Run, { script, nowMs }: PlayTime): void {
    run.steps = run.steps.slice(1);
    if (run.steps.length === 0 && run.phase === "plays") {
      run.steps = tidySteps(run);
      run.phase = "tidies";
    }
    const [next] = run.steps;
    if (next) run.dueAt = onTime(run, script) + next.after;
    else if (run.phase === "leaves") this.#runs.delete(run.id);
    else Object.assign(run, { phase: "waits", archiveAtMs: nowMs + archiveAfterMs });
  }

  #leave(run: Run, script: number, nowMs: number): void {
    if (run.archiveAtMs > nowMs) return;
    run.steps = leavingSteps(run);
    run.phase = "leaves";
    run.dueAt = script;
    if (run.steps.length === 0) this.#runs.delete(run.id);
  }
}
