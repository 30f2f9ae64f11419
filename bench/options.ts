/** How much is measured: the whole, or a quick look. */
import type { LatencyPlan } from "./measure";
import type { Kind } from "./target";

export type Plan = {
  kinds: readonly Kind[];
  latencies: readonly LatencyPlan[];
  /** Screens connected while many commands are under way. */
  floodClients: number;
  floodSeconds: number;
  insertSeconds: number;
};

const whole: Plan = {
  kinds: ["PGlite", "PostgreSQL"],
  latencies: [
    { clients: 1, perSecond: 50, count: 200 },
    { clients: 100, perSecond: 50, count: 200 },
    { clients: 1_000, perSecond: 20, count: 150 },
  ],
  floodClients: 100,
  floodSeconds: 8,
  insertSeconds: 3,
};

const quick: Plan = {
  kinds: ["PGlite"],
  latencies: [
    { clients: 1, perSecond: 50, count: 50 },
    { clients: 100, perSecond: 50, count: 50 },
  ],
  floodClients: 100,
  floodSeconds: 3,
  insertSeconds: 1.5,
};

export const usage = "Usage: npm run bench [-- --quick]";

/** Undefined for arguments it does not know. */
export function readPlan(args: readonly string[]): Plan | undefined {
  const unknown = args.filter((arg) => arg !== "--quick");
  if (unknown.length > 0) return undefined;
  return args.includes("--quick") ? quick : whole;
}
