/**
 * From a commit in Cambodia to a Lao screen through both hops of the link, beside the same command in one process that
 * serves both countries, and beside a bare row through PostgreSQL's logical replication between the same two clusters.
 */
import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Country, countries } from "@/domain/vocabulary";
import { Nation, startLinked } from "@/scripts/two-nations/node";
import { freePort } from "@/tests/support/server";
import { measureBareReplication } from "./bare-replication";
import type { Load, ServerProcess } from "./processes";
import { startServerProcess } from "./processes";
import type { Connect, Work } from "./protocol";
import { percentile } from "./statistics";
import { assessments, releaseIncidents, reports, runAs, secret, signIn } from "./target";

export type FederationPlan = { perSecond: number; count: number };
export type Crossing = {
  name: string;
  /** Milliseconds from sending to the partner's screen. */
  sent: { p50: number; p99: number };
  /** Milliseconds from the acknowledgement, which follows the commit; absent where nothing acknowledges. */
  acknowledged?: { p50: number; p99: number };
  lost: number;
};

const password = "bench-of-two-nodes";
const incidents = 20;
const warmUpCommands = 20;

const percentiles = (latencies: ArrayLike<number>) => ({
  p50: percentile(latencies, 0.5),
  p99: percentile(latencies, 0.99),
});

/** Sends from one desk of Cambodia at a fixed rate while one of Laos watches. */
async function measureCrossing(
  load: Load,
  name: string,
  { from, to, work }: { from: Connect; to: Connect; work: Work },
  plan: FederationPlan,
): Promise<Crossing> {
  await load.ask("open", { ...to, count: 1 });
  try {
    const sent = await load.ask("pace", { ...from, work, ...plan });
    const whole = await load.ask("arrivals", sent);
    const after = await load.ask(
      "arrivals",
      sent.map(({ key, answeredAt }) => ({ key, at: answeredAt })),
    );
    return {
      name,
      sent: percentiles(whole.latencies),
      acknowledged: percentiles(after.latencies),
      lost: whole.missing,
    };
  } finally {
    await load.ask("close");
  }
}

type Side = { address: string };
const command = async ({ address }: Side, username: string): Promise<Connect> => ({
  address,
  cookie: await signIn(address, username),
  screen: "command",
});

/** Incidents that were reported and whose release was asked for: to be approved. */
async function askedForRelease({ address }: Side, count: number): Promise<string[]> {
  const subjects = Array.from({ length: count }, () => `KH-${randomUUID()}`);
  const [report] = reports.bodies;
  await runAs(address, "kh.officer", "incident.report", subjects, (subject) => ({ subject, body: report }));
  await runAs(address, "kh.operator", "release.request", subjects, (subject) => ({ subject, body: {} }));
  return subjects;
}

async function measureBoth(load: Load, name: string, sides: Record<Country, Side>, plan: FederationPlan) {
  const to = await command(sides.LA, "la.commander");
  const operator = await command(sides.KH, "kh.operator");
  const commander = await command(sides.KH, "kh.commander");
  const work = assessments(await releaseIncidents(sides.KH, incidents));
  await load.ask("pace", { ...operator, work, perSecond: plan.perSecond, count: warmUpCommands });
  const assessed = await measureCrossing(load, `${name}, assessment`, { from: operator, to, work }, plan);
  const subjects = await askedForRelease(sides.KH, plan.count);
  const approvals: Work = { type: "release.approve", subjects, bodies: [{}] };
  const released = await measureCrossing(
    load,
    `${name}, release`,
    { from: commander, to, work: approvals },
    plan,
  );
  return [assessed, released];
}

const common = {
  PORT: "0",
  HOST: "127.0.0.1",
  SEKONG_EXERCISE: "off",
  SEKONG_COMMAND_RATE: "100000",
  SEKONG_LOG: "error",
};

/** One process that serves both countries, on the embedded database. */
async function measureSingle(load: Load, plan: FederationPlan): Promise<Crossing[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "sekong-bench-"));
  const server = await startServerProcess("sekong-server.ts", {
    ...common,
    DATABASE_URL: "",
    SEKONG_COUNTRY: "",
    SEKONG_DATA: folder,
  });
  try {
    return await measureBoth(load, "one process", { KH: server, LA: server }, plan);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeNation(root: string, country: Country): Promise<Nation> {
  const ports = { ops: await freePort(), gateway: await freePort() };
  return new Nation({ country, folder: path.join(root, country.toLowerCase()), ports, password, secret });
}

/** Two nodes with a cluster and a gateway each, TLS between them, and committed rows flushed to disk. */
async function measureNodes(load: Load, plan: FederationPlan): Promise<Crossing[]> {
  const root = mkdtempSync(path.join(tmpdir(), "sekong-bench-"));
  chmodSync(root, 0o755);
  const nations = { KH: await makeNation(root, "KH"), LA: await makeNation(root, "LA") };
  const servers: Partial<Record<Country, ServerProcess>> = {};
  try {
    await startLinked([nations.KH, nations.LA]);
    for (const country of countries)
      servers[country] = await startServerProcess("sekong-server.ts", {
        ...common,
        ...nations[country].environment,
      });
    const { KH, LA } = servers;
    if (!KH || !LA) throw new Error("two servers");
    await wait(2_000);
    const crossings = await measureBoth(load, "two nodes", { KH, LA }, plan);
    const latencies = await measureBareReplication(nations.KH.gateway, nations.LA.ops, plan);
    const lost = plan.count - latencies.length;
    return [...crossings, { name: "bare replication", sent: percentiles(latencies), lost }];
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
    await Promise.all(Object.values(nations).map((nation) => nation.stop()));
    rmSync(root, { recursive: true, force: true });
  }
}

export async function measureFederation(load: Load, plan: FederationPlan): Promise<Crossing[]> {
  const single = await measureSingle(load, plan);
  return [...(await measureNodes(load, plan)), ...single];
}
