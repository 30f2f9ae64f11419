/** Many joint events wait while the partner is away: how fast it catches up, and how both desks work meanwhile. */
import { setTimeout as wait } from "node:timers/promises";
import { percentile } from "@/bench/statistics";
import { type Country, countries } from "@/domain/vocabulary";
import { newSubject, reportBody, TestScreen } from "@/tests/support/client";
import { checkAll } from "./checks";
import { flood } from "./flood";
import { CutNodes } from "./nodes";

/** Between two commands of the desk whose latency is measured. */
const everyMs = 100;
const catchesUpWithinMs = 300_000;
const pollMs = 100;

export type AwayPlan = {
  /** Joint events that wait. */
  events: number;
  /** How long the quiet desks are measured. */
  quietMs: number;
  say: (line: string) => void;
};
export type Latency = { p50: number; p95: number; count: number };
export type AwayResult = {
  waited: number;
  caughtUpMs: number;
  quiet: Record<Country, Latency>;
  during: Record<Country, Latency>;
  /** Processor time of the Lao server per event taken in. */
  cpuMsEach: number;
};

/** A desk that goes on reporting at a fixed rate. */
class SteadyDesk {
  #latencies: number[] = [];
  #isRunning = true;
  readonly #done: Promise<void>;

  constructor(
    private readonly screen: TestScreen,
    private readonly country: Country,
  ) {
    this.#done = this.#run();
  }

  /** The latencies since the last call. */
  take(): Latency {
    const taken = this.#latencies;
    this.#latencies = [];
    return { p50: percentile(taken, 0.5), p95: percentile(taken, 0.95), count: taken.length };
  }

  async stop(): Promise<void> {
    this.#isRunning = false;
    await this.#done;
    this.screen.close();
  }

  async #run(): Promise<void> {
    const place = this.country === "KH" ? {} : { place: { lng: 106.1, lat: 14.2 } };
    while (this.#isRunning) {
      const began = performance.now();
      await this.screen.must("incident.report", newSubject(this.country), reportBody(place));
      const took = performance.now() - began;
      this.#latencies.push(took);
      this.screen.received.length = 0;
      await wait(Math.max(0, everyMs - took));
    }
  }
}

async function steadyDesks({ nodes }: CutNodes): Promise<Record<Country, SteadyDesk>> {
  const open = async (country: Country) =>
    new SteadyDesk(
      await TestScreen.open(nodes[country].address, `${country.toLowerCase()}.operator`),
      country,
    );
  return { KH: await open("KH"), LA: await open("LA") };
}

async function jointSeq(all: CutNodes, country: Country): Promise<number> {
  const [row] = await all.nodes[country].query<{ seq: string }>(
    "select seq from stream_heads where stream = 'KH.joint'",
  );
  return Number(row?.seq ?? 0);
}

async function measure(all: CutNodes, plan: AwayPlan): Promise<AwayResult> {
  const before = await jointSeq(all, "LA");
  all.line.change({ state: "cut" });
  await flood(all.nodes.KH.address, plan.events);
  const waited = (await jointSeq(all, "KH")) - before;
  plan.say(`${waited} joint events wait`);
  const desks = await steadyDesks(all);
  const both = (): Record<Country, Latency> => ({ KH: desks.KH.take(), LA: desks.LA.take() });
  await wait(2_000);
  both();
  await wait(plan.quietMs);
  const quiet = both();
  const cpuBefore = all.nodes.LA.cpuMs;
  const began = performance.now();
  all.line.change({ state: "up" });
  while ((await jointSeq(all, "LA")) < before + waited) {
    if (performance.now() - began > catchesUpWithinMs) throw new Error("Laos did not catch up");
    await wait(pollMs);
  }
  const caughtUpMs = performance.now() - began;
  const cpuMsEach = (all.nodes.LA.cpuMs - cpuBefore) / waited;
  const during = both();
  for (const country of countries) await desks[country].stop();
  return { waited, caughtUpMs, quiet, during, cpuMsEach };
}

/** Measures on two nodes of their own; throws when what arrived is not what was written, in order. */
export async function playAway(plan: AwayPlan): Promise<AwayResult> {
  const all = await CutNodes.start();
  try {
    const lao = await TestScreen.open(all.nodes.LA.address, "la.commander");
    const result = await measure(all, plan);
    if (lao.faults.length > 0) throw new Error(`out of order: ${lao.faults.slice(0, 3).join("; ")}`);
    lao.close();
    await checkAll(all, []);
    return result;
  } finally {
    await all.stop();
    all.remove();
  }
}
