/** The plan of a run: full or quick. */
import type { FederationPlan } from "./federation";
import type { MapPlan } from "./map";
import type { LatencyPlan } from "./measure";
import type { PositionsPlan } from "./positions";
import type { Kind } from "./target";

export type Plan = {
  kinds: readonly Kind[];
  latencies: readonly LatencyPlan[];
  /** Screens connected while many commands are sent concurrently. */
  floodClients: number;
  floodSeconds: number;
  insertSeconds: number;
  map: MapPlan;
  positions: PositionsPlan;
  federation: FederationPlan;
  /** The only part to be measured; when undefined all but the federation, which needs four database clusters. */
  only: "map" | "positions" | "federation" | undefined;
};
type Extent = Omit<Plan, "only">;

/** Ten commands per second, as busy centres may send, so that latency is measured and not queueing. */
const full: Extent = {
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
  federation: { perSecond: 10, count: 200 },
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
  federation: { perSecond: 10, count: 60 },
};

const parts = { "--map": "map", "--positions": "positions", federation: "federation" } as const;
const isPart = (arg: string): arg is keyof typeof parts => Object.hasOwn(parts, arg);
export const usage = `Usage: npm run bench [-- [--quick] [--map | --positions | federation]]
  --quick      fewer and shorter measurements
  --map        the map only, with no server and no database
  --positions  the positions of units only
  federation   two nodes only: from a commit here to a screen there`;

/** The plan of the arguments; undefined for unknown ones, including `--help`. */
export function readPlan(args: readonly string[]): Plan | undefined {
  if (args.some((arg) => arg !== "--quick" && !isPart(arg))) return undefined;
  const only = args.filter(isPart).map((arg) => parts[arg]);
  if (only.length > 1) return undefined;
  return { ...(args.includes("--quick") ? quick : full), only: only[0] };
}
