/** Prints the results of a run as tables, and saves them as JSON for comparison. */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import type { Crossing } from "./federation";
import type { MapMeasure, MapResult } from "./map";
import type { Latency, Rate } from "./measure";
import type { Cost, PositionsResult } from "./positions";
import { readable } from "./statistics";
import type { StoredBytes } from "./storage";
import { type Cells, printTable, ratio } from "./table";
import type { Kind } from "./target";

/** The measurements of a server that broadcasts, Sekong or the baseline. */
export type Broadcast = { latencies: Latency[]; rate: Rate };
export type SekongResult = Broadcast & {
  kind: Kind;
  wireBytes: { full: number; redacted: number };
  stored: StoredBytes;
  bareInsertsPerSecond: number;
};
export type Results = {
  at: string;
  cores: number;
  node: string;
  /** Absent when only positions were measured. */
  bare?: Broadcast;
  sekong: SekongResult[];
  positions: PositionsResult[];
  /** Empty unless it was asked for. */
  federation: Crossing[];
  /** Absent where there is no browser. */
  map?: MapResult;
};

export const machine = () => ({ cores: cpus().length, node: process.version });

function latencyRows(name: string, { latencies }: Broadcast, bare: Broadcast): Cells[] {
  return latencies.map(({ clients, p50, p99, lost }) => {
    const same = bare.latencies.find((other) => other.clients === clients);
    const beside = same && same !== latencies.find((one) => one === same);
    return [
      name,
      String(clients),
      readable(p50),
      readable(p99),
      beside ? ratio(p50, same.p50) : "",
      beside ? ratio(p99, same.p99) : "",
      String(lost),
    ];
  });
}

function rateRow(
  name: string,
  { perSecond, cpuMsEach, acknowledged, refused, lost }: Rate,
  bare: Rate,
  inserts?: number,
): Cells {
  return [
    name,
    readable(perSecond),
    readable(cpuMsEach),
    String(acknowledged),
    String(refused),
    String(lost),
    perSecond === bare.perSecond ? "" : ratio(perSecond, bare.perSecond),
    inserts === undefined ? "" : readable(inserts),
    inserts === undefined ? "" : ratio(perSecond, inserts),
  ];
}

const nameOf = ({ kind }: SekongResult): string => `Sekong, ${kind}`;

/** Prints the tables, Sekong compared with the baseline. */
export function printResults({ bare, sekong }: Results): void {
  if (!bare) return;
  printTable(
    ["command → delivered", "clients", "p50 ms", "p99 ms", "p50 to bare", "p99 to bare", "lost"],
    [
      ...sekong.flatMap((one) => latencyRows(nameOf(one), one, bare)),
      ...latencyRows("bare Socket.IO", bare, bare),
    ],
  );
  const clients = bare.rate.clients;
  printTable(
    [
      `sustained, ${clients} screens`,
      "commands/s",
      "server ms each",
      "acknowledged",
      "refused",
      "lost",
      "to bare",
      "bare INSERT/s",
      "to INSERT",
    ],
    [
      ...sekong.map((one) => rateRow(nameOf(one), one.rate, bare.rate, one.bareInsertsPerSecond)),
      rateRow("bare Socket.IO", bare.rate, bare.rate),
    ],
  );
  printTable(
    ["bytes per event", "wire, desk", "wire, wall", "log", "receipts", "projections"],
    sekong.map((one) => [
      nameOf(one),
      ...[
        one.wireBytes.full,
        one.wireBytes.redacted,
        one.stored.log,
        one.stored.receipts,
        one.stored.projections,
      ].map(String),
    ]),
  );
}

function positionsRows({ kind, units, watchers, silent, reporting }: PositionsResult): Cells[] {
  const cost = ({ cpuMsPerSecond, commands, logGrowth }: Cost): Cells => [
    readable(cpuMsPerSecond),
    readable(commands.p50),
    readable(commands.p99),
    String(logGrowth),
  ];
  const name = `Sekong, ${kind}, ${units} units, ${watchers} watchers`;
  const { acceptedPerSecond, deliveredPerSecond, ageP50, ageP99, backlog } = reporting;
  const figures = [acceptedPerSecond, deliveredPerSecond, ageP50, ageP99].map(readable);
  return [
    [`${name}, reporting`, ...figures, String(backlog), ...cost(reporting)],
    [`${name}, silent`, "", "", "", "", "", ...cost(silent)],
  ];
}

/** Prints the cost of positions, compared with the same screens without them. */
export function printPositions(results: readonly PositionsResult[]): void {
  if (results.length === 0) return;
  printTable(
    [
      "positions",
      "accepted/s",
      "delivered/s",
      "age p50 ms",
      "age p99 ms",
      "backlog",
      "server ms/s",
      "command p50 ms",
      "command p99 ms",
      "log growth",
    ],
    results.flatMap(positionsRows),
  );
}

/** Prints the way from a commit to the partner's screen, compared with one process and with bare replication. */
export function printFederation(crossings: readonly Crossing[]): void {
  if (crossings.length === 0) return;
  const called = (name: string) => crossings.find((one) => one.name === name)?.sent.p50 ?? Number.NaN;
  const bare = called("bare replication");
  printTable(
    [
      "commit here → screen there",
      ...["sent p50 ms", "sent p99 ms", "acknowledged p50 ms", "acknowledged p99 ms"],
      ...["p50 to one process", "p50 to bare", "lost"],
    ],
    crossings.map(({ name, sent, acknowledged, lost }) => [
      name,
      ...[sent.p50, sent.p99].map(readable),
      ...(acknowledged ? [acknowledged.p50, acknowledged.p99].map(readable) : ["", ""]),
      name.startsWith("two nodes") ? ratio(sent.p50, called(name.replace("two nodes", "one process"))) : "",
      name === "bare replication" ? "" : ratio(sent.p50, bare),
      String(lost),
    ]),
  );
}

function mapRow(measure: MapMeasure, all: readonly MapMeasure[]): Cells {
  const { way, count, updates, drawnP50, drawnP99, inTime, probes, handMs, mainMsEach, wrong } = measure;
  const beside = all.find((other) => other.way === "setData" && other.count === count);
  const compare = way === "engine" && beside;
  return [
    `${way === "engine" ? "Sekong" : "setData"}, ${count}`,
    String(updates),
    readable(drawnP50),
    readable(drawnP99),
    `${inTime} / ${probes}`,
    readable(handMs),
    readable(mainMsEach),
    compare ? ratio(mainMsEach, beside.mainMsEach) : "",
    String(wrong),
  ];
}

/** Prints the map's table. */
export function printMap({ coldMs, coldBytes, measures }: MapResult): void {
  printTable(
    [
      "map, incidents",
      "updates",
      "drawn p50 ms",
      "drawn p99 ms",
      "in time",
      "hand over ms",
      "main thread ms each",
      "to setData",
      "dropped",
    ],
    measures.map((measure) => mapRow(measure, measures)),
  );
  console.log(
    `first map from a cold cache: ${readable(coldMs)} ms, ${readable(coldBytes / 1_024)} KiB over the wire`,
  );
}

/** Saves the results of a run; returns the path of the file. */
export function saveResults(results: Results): string {
  const folder = new URL("results/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  const file = new URL(`${results.at.replaceAll(":", "-")}.json`, folder);
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  return fileURLToPath(file);
}
