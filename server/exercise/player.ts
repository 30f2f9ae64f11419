/**
 * The exercise as a state machine: which command is due, what its answer means, whose incident it still is.
 * It reads no clock, makes no id and sends nothing: all that is handed in, so that a test can play a round at once.
 */
import type { Account } from "@/domain/actor";
import type { CommandType } from "@/domain/commands";
import type { FullEvent } from "@/domain/events";
import type { DenialReason } from "@/domain/protocol/errors";
import { type Country, partnerOf } from "@/domain/vocabulary";
import type { Actors } from "./actors";
import type { Beginning } from "./scenario";
import { own, type Story, type StoryAct, type StoryStep } from "./scenario/story";

/** Script minutes are real seconds while somebody watches. */
export type PlayTime = { script: number; nowMs: number };

export type Submission = {
  command: { id: string; type: CommandType; subject: string; body: unknown };
  account: Account;
};
export type Answer = { ok: true } | { ok: false; reason: DenialReason };

export type PlayerOptions = {
  beginnings: readonly Beginning[];
  /** Script minutes after which the scenario begins anew. */
  roundMinutes: number;
  actors: Actors;
  /** A fresh UUID each time. */
  newId: () => string;
};

/** Closed incidents of the exercise leave the picture after this long (design §9). */
export const archiveAfterMs = 30 * 60_000;
/** After an answer of "not saved", the same command id is sent again. */
const retryMinutes = 5;

/** One incident of the exercise on its way through its storyline. */
type Run = {
  country: Country;
  subject: string;
  key: string;
  round: number;
  /** What is still to come; the first is due at `dueAt`. */
  steps: readonly StoryStep[];
  report: Story["report"] | undefined;
  reporter: Story["reporter"];
  dueAt: number;
  /** Sent and not yet answered, or to be sent again with the same id. */
  sent: Submission | undefined;
  awaits: boolean;
  lastNote: string | undefined;
};

type Ending = { country: Country; subject: string; archiveAtMs: number };

export class Player {
  readonly #runs = new Map<string, Run>();
  readonly #endings = new Map<string, Ending>();
  #begun = 0;

  constructor(private readonly options: PlayerOptions) {}

  /** Incidents the exercise still has a hand in. */
  get live(): number {
    return this.#runs.size;
  }

  /** The commands to send now, in the order in which they fell due. */
  due({ script, nowMs }: PlayTime): Submission[] {
    this.#beginStories(script);
    const ready = [...this.#runs.values()]
      .filter((run) => !run.awaits && run.dueAt <= script)
      .sort((a, b) => a.dueAt - b.dueAt);
    return [...ready.flatMap((run) => this.#submit(run, nowMs) ?? []), ...this.#archives(nowMs)];
  }

  /** What became of a command: the storyline goes on; a step that was refused is skipped. */
  answered({ command }: Submission, answer: Answer, { script, nowMs }: PlayTime): void {
    const run = this.#runs.get(command.subject);
    if (!run || run.sent?.command.id !== command.id) return;
    run.awaits = false;
    if (!answer.ok && answer.reason === "not-saved") {
      run.dueAt = script + retryMinutes;
      return;
    }
    run.sent = undefined;
    if (!answer.ok && command.type === "incident.report") {
      this.#runs.delete(run.subject);
      return;
    }
    if (command.type === "incident.report") run.report = undefined;
    else run.steps = run.steps.slice(1);
    const [next] = run.steps;
    if (next) run.dueAt = script + next.after;
    else this.#end(run.country, run.subject, nowMs);
  }

  /** Watches the log: whoever else touches an incident of the exercise has it from then on. */
  seen({ id, subject, type, actor }: FullEvent): void {
    if (!this.options.actors.plays(actor.by)) {
      this.#runs.delete(subject);
      this.#endings.delete(subject);
      return;
    }
    const run = this.#runs.get(subject);
    if (run && type === "incident.noted") run.lastNote = id;
  }

  /**
   * Takes back an incident that an earlier process of the exercise left in the picture: closes it when it is open,
   * and archives it when its time comes.
   */
  adopt(country: Country, subject: string, endedAtMs: number | undefined, script: number): void {
    if (endedAtMs !== undefined) {
      this.#end(country, subject, endedAtMs);
      return;
    }
    const steps = [own(0, "operator", "incident.close", { outcome: "referred" })];
    const dueAt = script + 10 + 5 * this.#runs.size;
    const fixed = {
      country,
      subject,
      key: subject,
      round: -1,
      report: undefined,
      reporter: "operator" as const,
    };
    this.#runs.set(subject, { ...fixed, steps, dueAt, sent: undefined, awaits: false, lastNote: undefined });
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

  #begin({ key, country, report, reporter, steps }: Story, round: number, dueAt: number): void {
    const subject = `${country}-${this.options.newId()}`;
    const fresh = { sent: undefined, awaits: false, lastNote: undefined };
    this.#runs.set(subject, { country, subject, key, round, report, reporter, steps, dueAt, ...fresh });
  }

  #submit(run: Run, nowMs: number): Submission | undefined {
    run.sent ??= run.report ? this.#reportOf(run, run.report, nowMs) : this.#stepOf(run, nowMs);
    if (run.sent) run.awaits = true;
    else this.#runs.delete(run.subject);
    return run.sent;
  }

  #reportOf(run: Run, report: Story["report"], nowMs: number): Submission {
    const body = { ...report, occurredAt: new Date(nowMs).toISOString() };
    return this.#submission(run, "incident.report", body, this.options.actors.at(run.country, run.reporter));
  }

  #stepOf(run: Run, nowMs: number): Submission | undefined {
    const [step] = run.steps;
    if (!step) return undefined;
    const country = step.side === "own" ? run.country : partnerOf(run.country);
    const body = this.#bodyOf(run, step.act, nowMs);
    return this.#submission(run, step.act.type, body, this.options.actors.at(country, step.desk));
  }

  #submission(run: Run, type: CommandType, body: unknown, account: Account): Submission {
    return { command: { id: this.options.newId(), type, subject: run.subject, body }, account };
  }

  #bodyOf(run: Run, act: StoryAct, nowMs: number): unknown {
    switch (act.type) {
      case "incident.merge":
        return { into: this.#subjectOf(act.into, run.round) };
      case "incident.link":
        return { to: this.#subjectOf(act.to, run.round) };
      case "entry.strike":
        return { entryId: run.lastNote ?? "", reason: act.reason };
      default:
        return typeof act.body === "function" ? act.body(nowMs) : act.body;
    }
  }

  /** Another storyline's incident of the same round; an empty text, which is refused, when it is gone. */
  #subjectOf(key: string, round: number): string {
    const found = [...this.#runs.values()].find((run) => run.key === key && run.round === round);
    return found?.subject ?? "";
  }

  #end(country: Country, subject: string, endedAtMs: number): void {
    this.#runs.delete(subject);
    this.#endings.set(subject, { country, subject, archiveAtMs: endedAtMs + archiveAfterMs });
  }

  #archives(nowMs: number): Submission[] {
    const ripe = [...this.#endings.values()].filter(({ archiveAtMs }) => archiveAtMs <= nowMs);
    return ripe.map(({ country, subject }) => {
      this.#endings.delete(subject);
      const command = { id: this.options.newId(), type: "incident.archive" as const, subject, body: {} };
      return { command, account: this.options.actors.at(country, "system") };
    });
  }
}
