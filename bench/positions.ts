/** What it costs that hundreds of units report where they are, beside the same screens without it. */
import { makeFleet, mountFleet } from "./fleet";
import { closeScreens, type Latency, type Loads, measureLatency, openScreens } from "./measure";
import type { ServerProcess } from "./processes";
import type { Connect, Reported, Seen, Work } from "./protocol";
import { percentile } from "./statistics";
import { assessments, type Kind, makeStorage, releaseIncidents, startSekong } from "./target";

export type PositionsPlan = { units: number; watchers: number; everyMs: number; seconds: number };

/** The same screens over the same time, silent or reporting. */
export type Quiet = {
  seconds: number;
  /** Processor time of the server's process per second, in milliseconds: 1 000 is one core. */
  cpuMsPerSecond: number;
  /** Events the log gained beside those of the commands sent meanwhile. */
  logGrowth: number;
  commands: Latency;
};
export type Reporting = Quiet & {
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
export type PositionsResult = PositionsPlan & { kind: Kind; silent: Quiet; reporting: Reporting };

const commandsPerSecond = 5;
const incidents = 20;

/** Sums a counter of the server's own metrics over its labels. */
async function counted(address: string, name: string): Promise<number> {
  const text = await (await fetch(`${address}/api/metrics`)).text();
  const lines = text.split("\n").filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  return lines.reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
}

type Running = { loads: Loads; server: ServerProcess; desk: Connect; work: Work; plan: PositionsPlan };

/** A stretch of time with a few commands in it, and what it cost; `beside` runs along. */
async function stretch<Result>(
  { loads, server, desk, work, plan }: Running,
  beside: () => Promise<Result>,
): Promise<{ quiet: Quiet; result: Result }> {
  const events = await counted(server.address, "sekong_events_total");
  const commands = await counted(server.address, "sekong_commands_total");
  const [cpu, began] = [await server.cpuMs(), performance.now()];
  const pace = {
    clients: plan.watchers,
    perSecond: commandsPerSecond,
    count: plan.seconds * commandsPerSecond,
  };
  const [latency, result] = await Promise.all([measureLatency(loads, desk, work, pace), beside()]);
  const seconds = (performance.now() - began) / 1_000;
  const cpuMsPerSecond = ((await server.cpuMs()) - cpu) / seconds;
  const grown = (await counted(server.address, "sekong_events_total")) - events;
  const sent = (await counted(server.address, "sekong_commands_total")) - commands;
  // Each of these commands writes one event; whatever the log has beyond that came from positions.
  return { quiet: { seconds, cpuMsPerSecond, logGrowth: grown - sent, commands: latency }, result };
}

async function reportAndSee({ loads, plan }: Running): Promise<{ reported: Reported; seen: Seen[] }> {
  await Promise.all(loads.map((load) => load.ask("watch")));
  const reported = await loads[1].ask("report", plan);
  const seen = await Promise.all(loads.map((load) => load.ask("seen", reported.last)));
  return { reported, seen };
}

async function measureOn(running: Running): Promise<Pick<PositionsResult, "silent" | "reporting">> {
  const { server, plan } = running;
  const { quiet: silent } = await stretch(running, async () => undefined);
  const before = await counted(server.address, "sekong_positions_total");
  const { quiet, result } = await stretch(running, () => reportAndSee(running));
  const accepted = (await counted(server.address, "sekong_positions_total")) - before;
  const ages = result.seen.flatMap((seen) => [...seen.ages]);
  const reporting: Reporting = {
    ...quiet,
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

/** Crews and senders share a load process each with half of the watchers; the database holds nothing else. */
export async function measurePositions(
  loads: Loads,
  kind: Kind,
  plan: PositionsPlan,
): Promise<PositionsResult> {
  const storage = await makeStorage(kind);
  try {
    const fleet = await makeFleet(storage, plan.units);
    const server = await startSekong(storage);
    try {
      const desk: Connect = { address: server.address, cookie: server.cookies.desk, screen: "command" };
      const work = assessments(await releaseIncidents(server, incidents));
      const crews = await mountFleet(server, fleet);
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

/** Why a run fails whatever its figures: the log took a position, or positions waited. */
export function faultsOf({ kind, reporting }: PositionsResult): string[] {
  const faults: string[] = [];
  if (reporting.logGrowth !== 0)
    faults.push(`${kind}: the log grew by ${reporting.logGrowth} with positions.`);
  if (reporting.backlog > 0)
    faults.push(`${kind}: ${reporting.backlog} last positions had not arrived two seconds after the end.`);
  if (reporting.accepted < reporting.sent)
    faults.push(`${kind}: ${reporting.sent - reporting.accepted} positions were not accepted.`);
  return faults;
}
