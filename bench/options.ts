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
};

/** Ten a second, as busy centres may send: a latency is measured, not a queue. */
const whole: Plan = {
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

const quick: Plan = {
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

export const usage = "Usage: npm run bench [-- --quick]";

/** Undefined for arguments it does not know. */
export function readPlan(args: readonly string[]): Plan | undefined {
  const unknown = args.filter((arg) => arg !== "--quick");
  if (unknown.length > 0) return undefined;
  return args.includes("--quick") ? quick : whole;
}
