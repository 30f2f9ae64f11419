/** Rounds of random faults under load: what fails throws, with the seed; what holds is measured. */
import { type Country, countries } from "@/domain/vocabulary";
import { type TestScreen, until } from "@/tests/support/client";
import { becomesSame, checkAll, type Watchers } from "./checks";
import { Desk } from "./desk";
import { describeFaults, drawFaults, type Faults, isDown, runKills } from "./faults";
import { Load } from "./load";
import { CutNodes } from "./nodes";
import { Random } from "./random";

/** Each side says within this time that nothing passes any more. */
const saysDownWithinMs = 10_000;
const sameWithinMs = 5_000;
/** Heads come every two seconds, and heartbeats too. */
const saysSameWithinMs = 10_000;
/** How far apart the two nodes' clocks are. */
const clocksApartMs = 120_000;
const deskRoles = ["operator", "operator2", "commander", "commander2"] as const;

export type CutPlan = {
  seed: number;
  rounds: number;
  /** To be acknowledged over all rounds, at least. */
  commands: number;
  say: (line: string) => void;
};

export type RoundResult = {
  faults: string;
  /** Until both sides said that the line is down; absent when it was not. */
  saidDownMs?: number;
  /** From the mend until both sides were the same. */
  sameMs: number;
  /** From the mend until both sides said *live* and *same*. */
  saidSameMs: number;
  acknowledged: number;
  /** Acknowledged while nothing passed, per country. */
  duringCut: Partial<Record<Country, number>>;
};

export type CutResult = {
  rounds: RoundResult[];
  acknowledged: number;
  refused: number;
  types: number;
  /** Joint events in both logs at the end. */
  joint: number;
};

class Rounds {
  readonly #random: Random;

  constructor(
    private readonly all: CutNodes,
    private readonly load: Load,
    private readonly watchers: Watchers,
    private readonly plan: CutPlan,
  ) {
    this.#random = new Random(plan.seed);
  }

  async play(round: number): Promise<RoundResult> {
    const { all, load, watchers, plan } = this;
    const faults = drawFaults(this.#random);
    const before = load.acknowledged.length;
    const wanted = Math.ceil((plan.commands * (round + 1)) / plan.rounds);
    load.start();
    const brokenAt = performance.now();
    all.line.change(faults.line);
    const killed = runKills(all, faults.kills);
    const [down] = await Promise.all([
      this.#waitForDown(faults, killed, brokenAt),
      new Promise((resolve) => setTimeout(resolve, faults.lastsMs)),
      until(() => load.acknowledged.length >= wanted, `${wanted} commands acknowledged`, 300_000),
    ]);
    await load.pause();
    all.line.change({ state: "up" });
    await runKills(all, faults.atMend);
    await all.areWhole();
    const mendedAt = performance.now();
    const sameMs = await becomesSame(all, watchers, sameWithinMs);
    const say = ({ heads }: TestScreen) => heads?.partner.state === "live" && heads.partner.same === true;
    await until(() => countries.every((one) => say(watchers[one])), "both say same", saysSameWithinMs);
    const saidSameMs = performance.now() - mendedAt;
    const acknowledged = load.acknowledged.length - before;
    return { faults: describeFaults(faults), sameMs, saidSameMs, acknowledged, ...down };
  }

  /** Both sides say that the line is down, and each goes on with what is its own. */
  async #waitForDown(
    faults: Faults,
    killed: Promise<void>,
    brokenAt: number,
  ): Promise<Pick<RoundResult, "saidDownMs" | "duringCut">> {
    if (!isDown(faults)) return { duringCut: {} };
    const { all, load, watchers } = this;
    const says = countries.map(async (country) => {
      // The time of a side that was killed counts from when it is there again.
      if (faults.kills.some((kill) => kill.country === country)) {
        await killed;
        await all.nodes[country].isWhole();
      }
      const from = performance.now();
      await until(
        () => watchers[country].heads?.partner.state === "down",
        `${country} says that the line is down`,
        saysDownWithinMs,
      );
      return performance.now() - from;
    });
    const saidDownMs = Math.max(...(await Promise.all(says)));
    const from = performance.now();
    const works = countries.map((country) =>
      until(() => load.since(from, country) >= 5, `${country} goes on while the line is down`, 30_000),
    );
    await Promise.all(works);
    const duringCut: RoundResult["duringCut"] = {};
    for (const country of countries) duringCut[country] = load.since(brokenAt, country);
    return { saidDownMs, duringCut };
  }
}

async function openDesks({ nodes }: CutNodes): Promise<Desk[]> {
  const desks: Desk[] = [];
  for (const country of countries)
    for (const name of deskRoles) {
      const role = name.startsWith("operator") ? "operator" : "commander";
      const username = `${country.toLowerCase()}.${name}`;
      desks.push(await Desk.open({ country, address: nodes[country].address, username, role }));
    }
  return desks;
}

/** Plays all rounds on two nodes of their own and checks everything at the end. What a failure leaves is named. */
export async function playCut(plan: CutPlan): Promise<CutResult> {
  plan.say(`seed ${plan.seed}: ${plan.rounds} rounds, ${plan.commands} commands`);
  const all = await CutNodes.start(clocksApartMs);
  const open: TestScreen[] = [];
  let isSound = false;
  try {
    const desks = await openDesks(all);
    const watchers = { KH: screenOf(desks, "KH"), LA: screenOf(desks, "LA") };
    open.push(...desks.map(({ screen }) => screen));
    const load = new Load(desks, new Random(plan.seed + 1));
    const rounds = new Rounds(all, load, watchers, plan);
    const results: RoundResult[] = [];
    for (let round = 0; round < plan.rounds; round += 1) {
      const result = await rounds.play(round);
      results.push(result);
      plan.say(lineOf(round, result));
    }
    const faults = desks.flatMap(({ screen }) => screen.faults);
    if (faults.length > 0)
      throw new Error(`a screen was sent what does not follow: ${faults.slice(0, 5).join("; ")}`);
    await checkAll(all, load.acknowledged);
    isSound = true;
    const [count] = await all.nodes.KH.query<{ joint: number }>(
      "select count(*)::int as joint from joint_events",
    );
    return {
      rounds: results,
      acknowledged: load.acknowledged.length,
      refused: load.refused,
      types: new Set(load.acknowledged.map(({ type }) => type)).size,
      joint: count?.joint ?? 0,
    };
  } catch (error) {
    throw new Error(
      `seed ${plan.seed}, folders in ${all.root}: ${error instanceof Error ? error.message : error}`,
      {
        cause: error,
      },
    );
  } finally {
    for (const screen of open) screen.close();
    await all.stop();
    if (isSound) all.remove();
  }
}

function screenOf(desks: readonly Desk[], country: Country): TestScreen {
  const desk = desks.find((one) => one.country === country && one.account.role === "commander");
  if (!desk) throw new Error(`no commander of ${country}`);
  return desk.screen;
}

function lineOf(
  round: number,
  { faults, saidDownMs, sameMs, saidSameMs, acknowledged, duringCut }: RoundResult,
): string {
  const ms = (value: number) => `${(value / 1_000).toFixed(1)} s`;
  const down =
    saidDownMs === undefined
      ? ""
      : `, both said down after ${ms(saidDownMs)} (acknowledged meanwhile KH ${duringCut.KH}, LA ${duringCut.LA})`;
  return `${round + 1}. ${faults}: ${acknowledged} acknowledged${down}, same ${ms(sameMs)} after the mend, said so after ${ms(saidSameMs)}`;
}
