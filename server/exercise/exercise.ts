/** Runs the player: gives it the time and the log's events, and sends its commands through the ordinary pipeline. */
import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { Vector } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import type { Picture } from "@/domain/picture";
import type { Country } from "@/domain/vocabulary";
import { type Outcome, refused } from "../commands/answers";
import { type ExerciseAccounts, exerciseAccounts } from "./accounts";
import { findLeftovers } from "./leftovers";
import { type PatrolServices, Patrols } from "./patrols";
import { Player } from "./player";
import type { Submission } from "./run";
import { beginnings, roundMinutes, stories } from "./scenario";
import { isOfStory } from "./subjects";

/** Caps catch-up after the process was suspended. */
const maxTickMs = 2_000;
/** Events of a unit's history that are looked at for a person's act. */
const historyLimit = 50;

const isStory = (incident: string): boolean => stories.some(({ key }) => isOfStory(incident, key));

/** What the exercise needs of the server process. */
export type ExerciseServices = {
  /** The key of the pseudonyms. */
  secret: string;
  submit: (command: Submission["command"], account: Submission["account"]) => Promise<Outcome>;
  /** The countries whose part is played here: both, or on one country's node its own. */
  plays: readonly Country[];
  /** Whether a screen is connected, of either country as far as this node knows. */
  isWatched: () => boolean;
  /** The live picture's vector. */
  vector: () => Vector;
  eventsAfter: (vector: Vector) => Promise<readonly FullEvent[]>;
  pictureOf: (country: Country) => Picture | undefined;
  history: (country: Country, subject: string, limit: number) => Promise<readonly FullEvent[]>;
  /** Milliseconds on a monotonic clock. */
  monotonicMs: () => number;
  now: () => Date;
  acceptPosition: PatrolServices["accept"];
  isReportedByPerson: PatrolServices["isReportedByPerson"];
  logger: Pick<Logger, "info" | "warn">;
};

export class Exercise {
  readonly #player: Player;
  readonly #accounts: ExerciseAccounts;
  readonly #patrols: Patrols;
  #vector: Vector = {};
  #script = 0;
  #tickedAtMs: number | undefined;
  #ticking: Promise<void> | undefined;
  #watched = false;

  constructor(private readonly services: ExerciseServices) {
    this.#accounts = exerciseAccounts(services.secret);
    const { plays } = services;
    const accounts = this.#accounts;
    this.#player = new Player({ plays, beginnings, roundMinutes, accounts, newId: randomUUID });
    this.#patrols = new Patrols({
      ...services,
      accounts: this.#accounts,
      accept: services.acceptPosition,
      arrival: (taskId) => this.#player.arrival(taskId),
    });
  }

  /** Adopts what an earlier process left in the picture, except what a person has acted on. Call it once, first. */
  async prepare(): Promise<void> {
    this.#vector = this.services.vector();
    const { pictureOf, history, now, plays } = this.services;
    for (const country of plays) {
      for (const unit of pictureOf(country)?.units.values() ?? []) {
        const events = await history(country, unit.id, historyLimit);
        const isTouched = events.some(({ actor }) => !this.#accounts.isExercise(actor));
        this.#player.registry.initialise(unit, isTouched);
      }
    }
    const leftovers = await findLeftovers({
      ...{ plays, pictureOf, history, isStory, accounts: this.#accounts },
      nowMs: now().getTime(),
    });
    for (const one of leftovers) this.#player.adopt(one, this.#script);
  }

  /** Advances the script and sends the commands that are due. A call during another shares its promise. Never rejects. */
  tick(): Promise<void> {
    this.#ticking ??= this.#tickOnce()
      .catch((error: unknown) => this.services.logger.warn({ err: error }, "a part of the exercise failed"))
      .finally(() => {
        this.#ticking = undefined;
      });
    return this.#ticking;
  }

  /** Resolves when no tick is running. */
  async idle(): Promise<void> {
    await this.#ticking;
  }

  async #tickOnce(): Promise<void> {
    const nowMs = this.services.monotonicMs();
    const elapsedMs = Math.min(nowMs - (this.#tickedAtMs ?? nowMs), maxTickMs);
    this.#tickedAtMs = nowMs;
    if (!this.#isWatched()) return;
    this.#script += elapsedMs / 1_000;
    await this.#readEvents();
    for (const submission of this.#player.due(this.#time())) await this.#send(submission);
    this.#patrols.report(this.#script);
  }

  #isWatched(): boolean {
    const watched = this.services.isWatched();
    if (watched !== this.#watched) {
      this.services.logger.info(
        watched ? "the exercise runs" : "the exercise is paused: no screen is connected",
      );
    }
    this.#watched = watched;
    return watched;
  }

  #time() {
    return { script: this.#script, nowMs: this.services.now().getTime() };
  }

  /** Reads new events first, so that what people did is known before the next command. */
  async #readEvents(): Promise<void> {
    for (const event of await this.services.eventsAfter(this.#vector)) {
      this.#vector[event.stream] = Math.max(this.#vector[event.stream] ?? 0, event.seq);
      this.#player.observe(event, this.#time());
    }
  }

  async #send(submission: Submission): Promise<void> {
    const { command, account } = submission;
    const outcome = await this.services.submit(command, account).catch((error: unknown): Outcome => {
      this.services.logger.warn({ err: error }, "a part of the exercise failed");
      return refused("not-saved");
    });
    if (!outcome.ok) {
      this.services.logger.info(
        { type: command.type, reason: outcome.denial.reason },
        "the exercise skipped a step",
      );
    }
    const answer = outcome.ok ? { ok: true as const } : { ok: false as const, reason: outcome.denial.reason };
    this.#player.answered(submission, answer, this.#time());
  }
}
