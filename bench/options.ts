/** How much is measured: the whole, or a quick look. */
import type { MapPlan } from "./map";
import type { LatencyPlan } from "./measure";
import type { Kind } from "./target";

export type Plan = {
  kinds: readonly Kind[];
  latencies: readonly LatencyPlan[];
  /** Screens connected while many commands are under way. */
  floodClients: number;
  floodSeconds: number;
  insertSeconds: number;
  map: MapPlan;
  /** Leaves out everything but the map. */
  mapOnly: boolean;
};

/** Ten a second, as busy centres may send: a latency is measured, not a queue. */
const whole: Omit<Plan, "mapOnly"> = {
  kinds: ["PGlite", "PostgreSQL"],
  latencies: [
    { clients: 1, perSecond: 10, count: 80 },
    { clients: 100, perSecond: 10, count: 80 },
    { clients: 1_000, perSecond: 10, count: 80 },
  ],
  floodClients: 100,
  floodSeconds: 8,
  insertSeconds: 3,
  map: { counts: [1_000, 10_000], seconds: 6 },
};

const quick: Omit<Plan, "mapOnly"> = {
  kinds: ["PGlite"],
  latencies: [
    { clients: 1, perSecond: 10, count: 40 },
    { clients: 100, perSecond: 10, count: 40 },
  ],
  floodClients: 100,
  floodSeconds: 3,
  insertSeconds: 1.5,
  map: { counts: [1_000], seconds: 4 },
};

export const usage = `Usage: npm run bench [-- --quick] [-- --map]
  --quick  a first look: less of everything
  --map    the map only, with no server and no database`;

const flags = ["--quick", "--map"];

/** Undefined for arguments it does not know, `--help` among them. */
export function readPlan(args: readonly string[]): Plan | undefined {
  if (args.some((arg) => !flags.includes(arg))) return undefined;
  return { ...(args.includes("--quick") ? quick : whole), mapOnly: args.includes("--map") };
}
