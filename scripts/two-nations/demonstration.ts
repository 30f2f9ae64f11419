/** The demonstration: two nodes with their clusters and servers, and the line between them. */
import { chmodSync, mkdirSync } from "node:fs";
import path from "node:path";
import { lockFolder } from "@/db/folder-lock";
import { type Country, countries } from "@/domain/vocabulary";
import type { DisposalStack } from "@/server/disposal-stack";
import { App } from "./app";
import { isFree, keptIn } from "./kept";
import { Line } from "./line";
import { serveLine } from "./line-server";
import { Nation, startLinked } from "./node";
import { pause } from "./processes";

const pollMs = 250;
/** What an earlier process left behind ends within this time. */
const portsFreeWithinMs = 15_000;
const linkLiveWithinMs = 60_000;

export type Demonstration = {
  /** The one line that says where to look. */
  readiness: string;
  /** Rejects when a part ends that nobody asked to. */
  broken: Promise<never>;
};

async function requirePort(port: number): Promise<void> {
  const deadline = Date.now() + portsFreeWithinMs;
  while (!(await isFree(port))) {
    if (Date.now() > deadline) throw new Error(`The port ${port} is in use: set PORT to another one.`);
    await pause(pollMs);
  }
}

/** The folder and its nations' are passable, since as root PostgreSQL runs as another user; what is secret in it is not. */
function openFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
}

/** Starts everything; `cleanup` is given what ends it again. Throws one sentence when a part does not start. */
export async function demonstrate(
  folder: string,
  port: number,
  cleanup: DisposalStack,
): Promise<Demonstration> {
  const unlock = lockFolder(folder);
  cleanup.defer(async () => unlock());
  openFolder(folder);
  const httpPorts: Record<Country, number> = { KH: port, LA: port + 1 };
  const linePort = port + 2;
  for (const one of [...Object.values(httpPorts), linePort]) await requirePort(one);

  const taken = new Set([...Object.values(httpPorts), linePort]);
  const nations: Nation[] = [];
  const relays: { from: number; to: number }[] = [];
  for (const country of countries) {
    const own = path.join(folder, country.toLowerCase());
    openFolder(own);
    const { password, secret, ports } = await keptIn(own, taken);
    relays.push({ from: ports.relay, to: ports.gateway });
    const gatewayAddress = `127.0.0.1:${ports.relay}`;
    const options = { country, folder: own, ports, gatewayAddress, password, secret };
    nations.push(new Nation({ ...options, demonstration: true }));
  }
  const [kh, la] = nations;
  if (!kh || !la) throw new Error("two nations");

  const line = new Line(relays);
  await line.open();
  cleanup.defer(async () => {
    await Promise.all(nations.map((nation) => nation.ops.stop()));
    await Promise.all(nations.map((nation) => nation.gateway.stop()));
    await line.close();
  });
  await startLinked([kh, la]);

  const startedAt = new Date();
  const apps = nations.map(
    ({ country, folder: own, environment }) => new App(own, httpPorts[country], environment),
  );
  cleanup.defer(() => Promise.all(apps.map((app) => app.stop())));
  await Promise.all(apps.map((app) => app.serves()));
  const addresses = { KH: `http://127.0.0.1:${httpPorts.KH}`, LA: `http://127.0.0.1:${httpPorts.LA}` };
  const page = await serveLine(line, linePort, addresses);
  cleanup.defer(async () => {
    page.close();
    page.closeAllConnections();
  });
  await Promise.all(nations.map((nation) => isLive(nation, startedAt)));

  const where = `KH ${addresses.KH} · LA ${addresses.LA} · line http://127.0.0.1:${linePort}`;
  return { readiness: `Sekong is ready: ${where}`, broken: firstEnd(nations, apps) };
}

async function isLive(nation: Nation, since: Date): Promise<void> {
  const deadline = Date.now() + linkLiveWithinMs;
  while (!(await nation.hears(since))) {
    if (Date.now() > deadline)
      throw new Error(`The node of ${nation.country} hears nothing of the partner's.\n${nation.ops.log}`);
    await pause(pollMs);
  }
}

function firstEnd(nations: readonly Nation[], apps: readonly App[]): Promise<never> {
  const parts: [string, Promise<void>][] = [
    ...apps.map((app): [string, Promise<void>] => [`The server of ${app.address}`, app.ended]),
    ...nations.flatMap(({ country, ops, gateway }): [string, Promise<void>][] => [
      [`The database of ${country}`, ops.ended],
      [`The gateway of ${country}`, gateway.ended],
    ]),
  ];
  return Promise.race(
    parts.map(async ([name, ended]) => {
      await ended;
      throw new Error(`${name} has ended by itself; the logs are in its folder.`);
    }),
  );
}
