/** Desks of both countries that give random commands, as often as each is answered, until told to pause. */
import type { CommandType } from "@/domain/commands";
import { roleMay } from "@/domain/permissions";
import type { Country } from "@/domain/vocabulary";
import { ordersFor } from "@/tests/simulation/bodies";
import { weighted } from "@/tests/simulation/steps";
import type { Acknowledged, Desk } from "./desk";
import type { Random } from "./random";

const hourMs = 3_600_000;
/** Between two commands of a desk, so that two cores can follow. */
const restMs = 15;

/** What the simulation's bodies call a time becomes one that is past, or near, today. */
function withTimesOfToday(body: unknown): unknown {
  const now = Date.now();
  return JSON.parse(JSON.stringify(body), (key, value) => {
    if (key === "occurredAt") return new Date(now - hourMs).toISOString();
    if (key === "at") return new Date(now + hourMs).toISOString();
    return value;
  });
}

export class Load {
  readonly acknowledged: Acknowledged[] = [];
  refused = 0;
  #running: Promise<void>[] = [];
  #isPaused = true;
  #made = 0;

  constructor(
    readonly desks: readonly Desk[],
    private readonly random: Random,
  ) {}

  start(): void {
    this.#isPaused = false;
    this.#running = this.desks.map((desk) => this.#keepGiving(desk));
  }

  /** Resolves once every command under way has been answered. */
  async pause(): Promise<void> {
    this.#isPaused = true;
    await Promise.all(this.#running);
  }

  /** How many commands of a country were acknowledged since an instant of `performance.now()`. */
  since(atMs: number, country: Country): number {
    return this.acknowledged.filter((one) => one.country === country && one.atMs >= atMs).length;
  }

  async #keepGiving(desk: Desk): Promise<void> {
    const types = weighted.filter((type) => roleMay(desk.account.role, type));
    while (!this.#isPaused) {
      await this.#giveOne(desk, this.random.pick(types));
      await new Promise((resolve) => setTimeout(resolve, restMs));
    }
  }

  async #giveOne(desk: Desk, type: CommandType): Promise<void> {
    this.#made += 1;
    const side = { country: desk.country, fold: desk.screen.fold, own: { length: this.#made } };
    const step = {
      ...{ do: "command" as const, country: desk.country, type, who: 1 },
      ...{ pick: this.random.between(0, 999_999), with: this.random.between(0, 1_000_000) },
    };
    for (const { subject, body } of ordersFor(side, step)) {
      const today = withTimesOfToday(body);
      if (!desk.mayGive(type, subject, today)) continue;
      const given = await desk.give(type, subject, today);
      if (given) this.acknowledged.push(given);
      else this.refused += 1;
      return;
    }
  }
}
