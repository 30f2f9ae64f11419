/** The measurements, the same for Sekong and the baseline. */
import type { Load } from "./processes";
import type { Connect, Sent, Work } from "./protocol";
import { percentile, perSecond } from "./statistics";

export type Latency = { clients: number; p50: number; p99: number; lost: number };
export type Rate = {
  clients: number;
  perSecond: number;
  acknowledged: number;
  lost: number;
  refused: number;
  /** Processor time of the server's process per command, in milliseconds. */
  cpuMsEach: number;
};

/** Two processes share the screens; the first one also sends. */
export type Loads = readonly [Load, Load];

export async function openScreens([first, second]: Loads, connect: Connect, count: number): Promise<void> {
  const half = Math.floor(count / 2);
  await Promise.all([
    first.ask("open", { ...connect, count: half }),
    second.ask("open", { ...connect, count: count - half }),
  ]);
}

export async function closeScreens(loads: Loads): Promise<void> {
  await Promise.all(loads.map((load) => load.ask("close")));
}

/** The latency of every command to every screen, and the number of lost events. */
async function arrivalsOf(loads: Loads, sent: readonly Sent[]) {
  const keys = sent.map(({ key, at }) => ({ key, at }));
  const parts = await Promise.all(loads.map((load) => load.ask("arrivals", keys)));
  return {
    latencies: parts.flatMap(({ latencies }) => [...latencies]),
    lost: parts.reduce((all, { missing }) => all + missing, 0),
  };
}

export type LatencyPlan = { clients: number; perSecond: number; count: number };

/** Measures the milliseconds from sending a command to its event at the socket of every open screen. */
export async function measureLatency(
  loads: Loads,
  connect: Connect,
  work: Work,
  plan: LatencyPlan,
): Promise<Latency> {
  // Warm-up, not counted.
  await loads[0].ask("pace", { ...connect, work, perSecond: plan.perSecond, count: 10 });
  const sent = await loads[0].ask("pace", { ...connect, work, ...plan });
  const { latencies, lost } = await arrivalsOf(loads, sent);
  return { clients: plan.clients, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), lost };
}

/** Measures commands acknowledged per second with many concurrent ones, and the events that never reached a screen. */
export async function measureRate(
  loads: Loads,
  connect: Connect,
  work: Work,
  plan: { clients: number; seconds: number; cpuMs: () => Promise<number> },
): Promise<Rate> {
  const shape = { connections: 20, underWay: 5, seconds: plan.seconds };
  const before = await plan.cpuMs();
  const { sent, refused } = await loads[0].ask("flood", { ...connect, work, ...shape });
  const { lost } = await arrivalsOf(loads, sent);
  const cpuMsEach = ((await plan.cpuMs()) - before) / sent.length;
  const rate = perSecond(sent.map(({ answeredAt }) => answeredAt));
  return { clients: plan.clients, perSecond: rate, acknowledged: sent.length, lost, refused, cpuMsEach };
}

/** Measures the bytes of an event on the network to one screen, WebSocket frame included, when it is sent alone. */
export async function measureBytes(
  load: Load,
  connect: Connect,
  sender: Connect,
  work: Work,
): Promise<number> {
  await load.ask("close");
  await load.ask("open", { ...connect, count: 1 });
  const sent = await load.ask("pace", { ...sender, work, perSecond: 25, count: 30 });
  await load.ask("arrivals", sent);
  const { bytes, events } = await load.ask("bytes");
  await load.ask("close");
  return Math.round(bytes / events);
}
