/** The thin runner: gives the player its time and the log, and its commands to the pipeline people's go through. */
import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { Vector } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import type { Picture } from "@/domain/picture";
import { type Country, countries } from "@/domain/vocabulary";
import { type Outcome, turnedDown } from "../commands/answers";
import { type Actors, exerciseActors } from "./accounts";
import { leftBehind } from "./left-behind";
import { type PatrolServices, Patrols } from "./patrols";
import { Player } from "./player";
import type { Submission } from "./run";
import { beginnings, roundMinutes } from "./scenario";

/** A process that slept does not hurry through what it missed. */
const longestTickMs = 2_000;
/** A unit's latest: who last had a hand in it. */
const historyLimit = 50;

/** What the exercise needs of the process it plays in. */
export type ExerciseServices = {
  /** The key of the pseudonyms. */
  secret: string;
  submit: (command: Submission["command"], account: Submission["account"]) => Promise<Outcome>;
  /** How many screens are connected. */
  watchers: () => number;
  /** Where the live picture stands. */
  vector: () => Vector;
  eventsAfter: (vector: Vector) => Promise<readonly FullEvent[]>;
  pictureOf: (country: Country) => Picture | undefined;
  history: (country: Country, subject: string, limit: number) => Promise<readonly FullEvent[]>;
  /** Milliseconds on a clock that never runs backwards. */
  monotonicMs: () => number;
  now: () => Date;
  acceptPosition: PatrolServices["accept"];
  toldByPerson: PatrolServices["toldByPerson"];
  logger: Pick<Logger, "info" | "warn">;
};

export class Exercise {
  readonly #player: Player;
  readonly #actors: Actors;
  readonly #patrols: Patrols;
  #vector: Vector = {};
  #script = 0;
  #tickedAtMs: number | undefined;
  #ticking: Promise<void> | undefined;
  #watched = false;

  constructor(private readonly services: ExerciseServices) {
    this.#actors = exerciseActors(services.secret);
    this.#player = new Player({ beginnings, roundMinutes, actors: this.#actors, newId: randomUUID });
    this.#patrols = new Patrols({
      ...services,
      actors: this.#actors,
      accept: services.acceptPosition,
      arrival: (taskId) => this.#player.arrival(taskId),
    });
  }

  /** Takes up what an earlier process left in the picture, but for what a person has touched. Call it once, first. */
  async prepare(): Promise<void> {
    this.#vector = this.services.vector();
    const { pictureOf, history, now } = this.services;
    for (const country of countries) {
      for (const unit of pictureOf(country)?.units.values() ?? []) {
        const events = await history(country, unit.id, historyLimit);
        const isTouched = events.some(({ actor }) => !this.#actors.plays(actor.by));
        this.#player.roster.takeUp(unit, isTouched);
      }
    }
    const left = await leftBehind({ actors: this.#actors, pictureOf, history, nowMs: now().getTime() });
    for (const one of left) this.#player.adopt(one, this.#script);
  }

  /** Lets time pass and sends what has become due. A call during another is the same call. Never rejects. */
  tick(): Promise<void> {
    this.#ticking ??= this.#tickOnce()
      .catch((error: unknown) => this.services.logger.warn({ err: error }, "the exercise stumbled"))
      .finally(() => {
        this.#ticking = undefined;
      });
    return this.#ticking;
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    await this.#ticking;
  }

  async #tickOnce(): Promise<void> {
    const nowMs = this.services.monotonicMs();
    const elapsedMs = Math.min(nowMs - (this.#tickedAtMs ?? nowMs), longestTickMs);
    this.#tickedAtMs = nowMs;
    if (!this.#isWatched()) return;
    this.#script += elapsedMs / 1_000;
    await this.#readOn();
    for (const submission of this.#player.due(this.#time())) await this.#send(submission);
    this.#patrols.report(this.#script);
  }

  #isWatched(): boolean {
    const watched = this.services.watchers() > 0;
    if (watched !== this.#watched) {
      this.services.logger.info(watched ? "the exercise plays" : "the exercise pauses: nobody watches");
    }
    this.#watched = watched;
    return watched;
  }

  #time() {
    return { script: this.#script, nowMs: this.services.now().getTime() };
  }

  /** So that the exercise knows what people did before it sends its next command. */
  async #readOn(): Promise<void> {
    for (const event of await this.services.eventsAfter(this.#vector)) {
      this.#vector[event.stream] = Math.max(this.#vector[event.stream] ?? 0, event.seq);
      this.#player.seen(event);
    }
  }

  async #send(submission: Submission): Promise<void> {
    const { command, account } = submission;
    const outcome = await this.services.submit(command, account).catch((error: unknown): Outcome => {
      this.services.logger.warn({ err: error }, "the exercise stumbled");
      return turnedDown("not-saved");
    });
    if (!outcome.ok) {
      this.services.logger.info(
        { type: command.type, reason: outcome.denial.reason },
        "the exercise skips a step",
      );
    }
    const answer = outcome.ok ? { ok: true as const } : { ok: false as const, reason: outcome.denial.reason };
    this.#player.answered(submission, answer, this.#time());
  }
}
