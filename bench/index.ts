/**
 * `npm run bench`: measures a command from its sender to every screen and into the log, compared with the same bytes
 * through a bare Socket.IO broadcast and a bare batched INSERT. Everything runs on this machine, so compare the ratios.
 */
import { type Crossing, measureFederation } from "./federation";
import { type MapResult, measureMap } from "./map";
import { closeScreens, type Loads, measureBytes, measureLatency, measureRate, openScreens } from "./measure";
import { type Plan, readPlan, usage } from "./options";
import { faultsOf, measurePositions, type PositionsResult } from "./positions";
import { Load, type ServerProcess, startServerProcess } from "./processes";
import type { Connect, Work } from "./protocol";
import {
  type Broadcast,
  machine,
  printFederation,
  printMap,
  printPositions,
  printResults,
  type Results,
  type SekongResult,
  saveResults,
} from "./report";
import { measureBareInsert, measureStored } from "./storage";
import {
  assessments,
  type Kind,
  makeStorage,
  releaseIncidents,
  reports,
  type Storage,
  startSekong,
} from "./target";

/** Rows per bare INSERT, as many as there are concurrent commands. */
const rowsEach = 100;
const incidents = 50;

const say = (text: string): void => console.error(text);

async function measureBroadcast(
  loads: Loads,
  server: ServerProcess,
  connect: Connect,
  work: { latency: Work; rate: Work },
  plan: Plan,
): Promise<Broadcast> {
  const latencies: Broadcast["latencies"] = [];
  for (const one of plan.latencies) {
    await openScreens(loads, connect, one.clients);
    latencies.push(await measureLatency(loads, connect, work.latency, one));
    say(`  ${one.clients} clients done`);
    await closeScreens(loads);
  }
  await openScreens(loads, connect, plan.floodClients);
  const shape = { clients: plan.floodClients, seconds: plan.floodSeconds, cpuMs: server.cpuMs };
  const rate = await measureRate(loads, connect, work.rate, shape);
  return { latencies, rate };
}

/** An event as JSON per type of command, for the baselines. */
type Samples = Record<string, string>;
type Measured = { result: Omit<SekongResult, "stored" | "bareInsertsPerSecond">; samples: Samples };

/** The event of one command, as a screen receives it. */
async function sampleOf(loads: Loads, connect: Connect, work: Work): Promise<string> {
  await loads[0].ask("open", { ...connect, count: 1 });
  const sent = await loads[0].ask("pace", { ...connect, work, perSecond: 50, count: 1 });
  await loads[0].ask("arrivals", sent);
  const sample = await loads[0].ask("sample");
  await loads[0].ask("close");
  return sample;
}

async function measureRunning(loads: Loads, storage: Storage, kind: Kind, plan: Plan): Promise<Measured> {
  const sekong = await startSekong(storage);
  try {
    const desk: Connect = { address: sekong.address, cookie: sekong.cookies.desk, screen: "command" };
    const wall: Connect = { ...desk, cookie: sekong.cookies.wall, screen: "wall" };
    const latency = assessments(await releaseIncidents(sekong, incidents));
    const samples: Samples = {};
    for (const work of [latency, reports]) samples[work.type] = await sampleOf(loads, desk, work);
    const broadcast = await measureBroadcast(loads, sekong, desk, { latency, rate: reports }, plan);
    const wireBytes = {
      full: await measureBytes(loads[0], desk, desk, reports),
      redacted: await measureBytes(loads[0], wall, desk, reports),
    };
    return { result: { ...broadcast, kind, wireBytes }, samples };
  } finally {
    await closeScreens(loads);
    await sekong.stop();
  }
}

async function measureSekong(
  loads: Loads,
  kind: Kind,
  plan: Plan,
): Promise<{ result: SekongResult; samples: Samples }> {
  say(`Sekong on ${kind}`);
  const storage = await makeStorage(kind);
  try {
    const { result, samples } = await measureRunning(loads, storage, kind, plan);
    const stored = await measureStored(storage);
    const event = samples[reports.type] ?? "";
    const bareInsertsPerSecond = await measureBareInsert(storage, event, {
      rowsEach,
      seconds: plan.insertSeconds,
    });
    return { result: { ...result, stored, bareInsertsPerSecond }, samples };
  } finally {
    await storage.remove();
  }
}

/** Measures the same commands on the baseline, a server that only broadcasts the same bytes. */
async function measureBare(loads: Loads, samples: Samples, plan: Plan): Promise<Broadcast> {
  say("bare Socket.IO");
  const server = await startServerProcess("bare-server.ts", { BENCH_EVENTS: eventsOf(samples) });
  const connect: Connect = { address: server.address, cookie: "", screen: "command" };
  try {
    const work = { latency: assessments([""]), rate: reports };
    return await measureBroadcast(loads, server, connect, work, plan);
  } finally {
    await closeScreens(loads);
    await server.stop();
  }
}

const eventsOf = (samples: Samples): string =>
  JSON.stringify(Object.fromEntries(Object.entries(samples).map(([type, text]) => [type, JSON.parse(text)])));

/** Undefined, with a message, on a machine without a browser. */
async function measureMapHere(plan: Plan): Promise<MapResult | undefined> {
  say("the map");
  try {
    return await measureMap(plan.map);
  } catch (error) {
    say(`  the map was not measured: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

async function measureAllPositions(loads: Loads, plan: Plan): Promise<PositionsResult[]> {
  const results: PositionsResult[] = [];
  for (const kind of plan.kinds) {
    say(`positions on ${kind}`);
    results.push(await measurePositions(loads, kind, plan.positions));
  }
  return results;
}

async function measureCommands(loads: Loads, plan: Plan) {
  const measured = [];
  for (const kind of plan.kinds) measured.push(await measureSekong(loads, kind, plan));
  const bare = await measureBare(loads, measured[0]?.samples ?? {}, plan);
  return { bare, sekong: measured.map(({ result }) => result) };
}

async function measureNodesIfAsked([load]: Loads, plan: Plan): Promise<Crossing[]> {
  if (plan.only !== "federation") return [];
  say("two nodes, one process, bare replication");
  return await measureFederation(load, plan.federation);
}

async function run(plan: Plan): Promise<Results> {
  const loads: Loads = [new Load(), new Load()];
  const wants = (part: "commands" | "map" | "positions") => plan.only === undefined || plan.only === part;
  try {
    const commands = wants("commands") ? await measureCommands(loads, plan) : { sekong: [] };
    const map = wants("map") ? await measureMapHere(plan) : undefined;
    const positions = wants("positions") ? await measureAllPositions(loads, plan) : [];
    const federation = await measureNodesIfAsked(loads, plan);
    return {
      ...{ at: new Date().toISOString(), ...machine(), ...commands },
      ...(map ? { map } : {}),
      ...{ positions, federation },
    };
  } finally {
    for (const load of loads) load.end();
  }
}

/** Why a run has failed, whatever its figures. */
function problemsOf({ bare, sekong, map, positions, federation }: Results): string[] {
  const measured = [...(bare ? [bare] : []), ...sekong].flatMap(({ latencies, rate }) => [
    ...latencies,
    rate,
  ]);
  const lost = [...measured, ...federation].some((one) => one.lost > 0);
  const dropped = map?.measures.some(({ way, wrong }) => way === "engine" && wrong > 0) ?? false;
  return [
    ...(lost ? ["Events were lost: a screen did not receive all of them."] : []),
    ...(dropped ? ["Updates were dropped: the map does not show the final state."] : []),
    ...positions.flatMap(faultsOf),
  ];
}

const plan = readPlan(process.argv.slice(2));
if (plan) {
  const began = performance.now();
  const results = await run(plan);
  printResults(results);
  printPositions(results.positions);
  printFederation(results.federation);
  if (results.map) printMap(results.map);
  const seconds = Math.round((performance.now() - began) / 1_000);
  console.log(`\n${seconds} s · ${results.cores} cores · Node ${results.node} · ${saveResults(results)}`);
  const problems = problemsOf(results);
  for (const problem of problems) console.log(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
} else {
  console.error(usage);
  process.exitCode = process.argv.includes("--help") ? 0 : 2;
}
