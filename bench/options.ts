/** How much is measured: the whole, or a quick look. */
import type { MapPlan } from "./map";
import type { LatencyPlan } from "./measure";
import type { PositionsPlan } from "./positions";
import type { Kind } from "./target";

export type Plan = {
  kinds: readonly Kind[];
  latencies: readonly LatencyPlan[];
  /** Screens connected while many commands are under way. */
  floodClients: number;
  floodSeconds: number;
  insertSeconds: number;
  map: MapPlan;
  positions: PositionsPlan;
  /** Nothing but the positions. */
  onlyPositions: boolean;
};
type Extent = Omit<Plan, "onlyPositions">;

/** Ten a second, as busy centres may send: a latency is measured, not a queue. */
const whole: Extent = {
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
  positions: { units: 500, watchers: 100, everyMs: 2_000, seconds: 20 },
};

const quick: Extent = {
  kinds: ["PGlite"],
  latencies: [
    { clients: 1, perSecond: 10, count: 40 },
    { clients: 100, perSecond: 10, count: 40 },
  ],
  floodClients: 100,
  floodSeconds: 3,
  insertSeconds: 1.5,
  map: { counts: [1_000], seconds: 4 },
  positions: { units: 100, watchers: 20, everyMs: 2_000, seconds: 6 },
};

const known = ["--quick", "--positions"];
export const usage = "Usage: npm run bench [-- [--quick] [--positions]]";

/** Undefined for arguments it does not know. */
export function readPlan(args: readonly string[]): Plan | undefined {
  if (args.some((arg) => !known.includes(arg))) return undefined;
  return {
    ...(args.includes("--quick") ? quick : whole),
    onlyPositions: args.includes("--positions"),
  };
}
