/** Measures the cost of positions from hundreds of units, compared with the same screens without them. */
import { createFleet, signInFleet } from "./fleet";
import { closeScreens, type Latency, type Loads, measureLatency, openScreens } from "./measure";
import type { ServerProcess } from "./processes";
import type { Connect, Reported, Seen, Work } from "./protocol";
import { percentile } from "./statistics";
import { assessments, type Kind, makeStorage, releaseIncidents, startSekong } from "./target";

export type PositionsPlan = { units: number; watchers: number; everyMs: number; seconds: number };

/** The cost of the screens over a period, with or without positions. */
export type Cost = {
  seconds: number;
  /** Processor time of the server's process per second, in milliseconds: 1 000 is one core. */
  cpuMsPerSecond: number;
  /** Events in the log beyond those of the commands sent meanwhile; must be 0. */
  logGrowth: number;
  commands: Latency;
};
export type Reporting = Cost & {
  acceptedPerSecond: number;
  deliveredPerSecond: number;
  /** Age of positions at the watchers' sockets, in milliseconds. */
  ageP50: number;
  ageP99: number;
  sent: number;
  accepted: number;
  /** Last positions that had not reached a watcher two seconds after the end. */
  backlog: number;
};
export type PositionsResult = PositionsPlan & { kind: Kind; silent: Cost; reporting: Reporting };

const commandsPerSecond = 5;
const incidents = 20;

/** Sums a counter of the server's own metrics over its labels. */
async function counted(address: string, name: string): Promise<number> {
  const text = await (await fetch(`${address}/api/metrics`)).text();
  const lines = text.split("\n").filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  return lines.reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
}

type Running = { loads: Loads; server: ServerProcess; desk: Connect; work: Work; plan: PositionsPlan };

/** Measures the cost of a period with a few commands, in which `meanwhile` runs. */
async function measurePeriod<Result>(
  { loads, server, desk, work, plan }: Running,
  meanwhile: () => Promise<Result>,
): Promise<{ cost: Cost; result: Result }> {
  const events = await counted(server.address, "sekong_events_total");
  const commands = await counted(server.address, "sekong_commands_total");
  const [cpu, began] = [await server.cpuMs(), performance.now()];
  const pace = {
    clients: plan.watchers,
    perSecond: commandsPerSecond,
    count: plan.seconds * commandsPerSecond,
  };
  const [latency, result] = await Promise.all([measureLatency(loads, desk, work, pace), meanwhile()]);
  const seconds = (performance.now() - began) / 1_000;
  const cpuMsPerSecond = ((await server.cpuMs()) - cpu) / seconds;
  const grown = (await counted(server.address, "sekong_events_total")) - events;
  const sent = (await counted(server.address, "sekong_commands_total")) - commands;
  // Each of these commands writes one event; any further event came from positions.
  return { cost: { seconds, cpuMsPerSecond, logGrowth: grown - sent, commands: latency }, result };
}

async function reportAndSee({ loads, plan }: Running): Promise<{ reported: Reported; seen: Seen[] }> {
  await Promise.all(loads.map((load) => load.ask("watch")));
  const reported = await loads[1].ask("report", plan);
  const seen = await Promise.all(loads.map((load) => load.ask("seen", reported.last)));
  return { reported, seen };
}

async function measureOn(running: Running): Promise<Pick<PositionsResult, "silent" | "reporting">> {
  const { server, plan } = running;
  const { cost: silent } = await measurePeriod(running, async () => undefined);
  const before = await counted(server.address, "sekong_positions_total");
  const { cost, result } = await measurePeriod(running, () => reportAndSee(running));
  const accepted = (await counted(server.address, "sekong_positions_total")) - before;
  const ages = result.seen.flatMap((seen) => [...seen.ages]);
  const reporting: Reporting = {
    ...cost,
    sent: result.reported.sent,
    accepted,
    acceptedPerSecond: accepted / plan.seconds,
    deliveredPerSecond: ages.length / plan.seconds,
    ageP50: percentile(ages, 0.5),
    ageP99: percentile(ages, 0.99),
    backlog: result.seen.reduce((all, { missing }) => all + missing, 0),
  };
  return { silent, reporting };
}

/** Measures on an empty database; crews and senders each share a load process with half of the watchers. */
export async function measurePositions(
  loads: Loads,
  kind: Kind,
  plan: PositionsPlan,
): Promise<PositionsResult> {
  const storage = await makeStorage(kind);
  try {
    const fleet = await createFleet(storage, plan.units);
    const server = await startSekong(storage);
    try {
      const desk: Connect = { address: server.address, cookie: server.cookies.desk, screen: "command" };
      const work = assessments(await releaseIncidents(server, incidents));
      const crews = await signInFleet(server, fleet);
      await openScreens(loads, desk, plan.watchers);
      await loads[1].ask("crews", { address: server.address, crews });
      return { ...plan, kind, ...(await measureOn({ loads, server, desk, work, plan })) };
    } finally {
      await closeScreens(loads);
      await server.stop();
    }
  } finally {
    await storage.remove();
  }
}

/** Why a run has failed: a position is in the log, or positions were late or refused. */
export function faultsOf({ kind, reporting }: PositionsResult): string[] {
  const faults: string[] = [];
  if (reporting.logGrowth !== 0)
    faults.push(`${kind}: positions added ${reporting.logGrowth} events to the log.`);
  if (reporting.backlog > 0)
    faults.push(`${kind}: ${reporting.backlog} last positions had not arrived two seconds after the end.`);
  if (reporting.accepted < reporting.sent)
    faults.push(`${kind}: ${reporting.sent - reporting.accepted} positions were not accepted.`);
  return faults;
}
