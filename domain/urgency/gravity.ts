/**
 * The one order of incidents and requests, for list, wall and board (rule U1): danger to life, then a pursuit, then
 * what is overdue by its impact, then the nearest deadline, then impact, then the newest.
 */
import type { Clock } from "../clock/clock";
import { type IncidentEntity, isIncident } from "../incident/schema";
import { compareText } from "../order";
import { arrivedAt } from "../pending-actions/needs";
import type { Unseen } from "../pending-actions/unseen";
import { isLiveRequest } from "../request/machine";
import type { Request } from "../request/schema";
import { type Country, impacts } from "../vocabulary";

/** Danger to life, a pursuit, and everything else: what no deadline and no impact outweighs. */
const tiers = ["danger-to-life", "pursuit", "other"] as const;

export type Gravity = {
  tier: number;
  /** Higher is graver; −1 where nothing is known of it any more. */
  impact: number;
  /** The nearest running deadline of either side, milliseconds since 1970; infinite without one. */
  dueMs: number;
  overdue: boolean;
  /** When it came to this country. ISO 8601 UTC. */
  at: string;
};

/** The nearest deadline that runs; a paused one waits for nobody. `clocks` are soonest due first. */
const nearestMs = (clocks: readonly Clock[]): number => {
  const next = clocks.find(({ paused }) => !paused);
  return next ? Date.parse(next.dueAt) : Number.POSITIVE_INFINITY;
};

function tierOf(
  entity: IncidentEntity | undefined,
  requests: readonly Request[],
  unseen: readonly Pick<Unseen, "what">[] = [],
): number {
  const asked = requests.filter(isLiveRequest).map(({ urgency }) => urgency);
  // Imported history calls nobody (rule K15).
  const incident = isIncident(entity) && !entity.historical ? entity : undefined;
  const calls = unseen.some(({ what }) => what === "help-needed");
  if (incident?.dangerToLife || asked.includes("danger-to-life") || calls)
    return tiers.indexOf("danger-to-life");
  if (incident?.kind === "pursuit" || asked.includes("pursuit")) return tiers.indexOf("pursuit");
  return tiers.indexOf("other");
}

const impactOf = (entity: IncidentEntity | undefined): number =>
  isIncident(entity) ? impacts.indexOf(entity.impact) : -1;

/** What hangs on an incident, as far as its gravity needs it; deadlines soonest due first. */
export type GravityContext = {
  requests: readonly Request[];
  clocks: readonly Clock[];
  /** A call for help that nobody has seen is a danger to life. */
  unseen: readonly Pick<Unseen, "what">[];
};

/** How grave an incident is at a moment (milliseconds since 1970), with what hangs on it. */
export function gravityOf(
  entity: IncidentEntity,
  { requests, clocks, unseen }: GravityContext,
  country: Country,
  nowMs: number,
): Gravity {
  const dueMs = nearestMs(clocks);
  const at = arrivedAt(entity, country);
  return {
    tier: tierOf(entity, requests, unseen),
    impact: impactOf(entity),
    dueMs,
    overdue: dueMs <= nowMs,
    at,
  };
}

/** How grave a request is at a moment, on the incident it is for and with the deadline that is shown for it. */
export function requestGravity(
  request: Request,
  incident: IncidentEntity | undefined,
  clock: Clock,
  nowMs: number,
): Gravity {
  const dueMs = nearestMs([clock]);
  const { at } = request.made;
  return {
    tier: tierOf(incident, [request]),
    impact: impactOf(incident),
    dueMs,
    overdue: dueMs <= nowMs,
    at,
  };
}

/** Compares by when it came: the newest first. */
export const compareNewest = (a: Pick<Gravity, "at">, b: Pick<Gravity, "at">): number =>
  compareText(b.at, a.at);

/** Compares by gravity: the gravest first. */
export function compareGravity(a: Gravity, b: Gravity): number {
  if (a.tier !== b.tier) return a.tier - b.tier;
  if (a.overdue !== b.overdue) return a.overdue ? -1 : 1;
  const byImpact = b.impact - a.impact;
  const byDue = a.dueMs === b.dueMs ? 0 : a.dueMs < b.dueMs ? -1 : 1;
  return (a.overdue ? byImpact || byDue : byDue || byImpact) || compareNewest(a, b);
}
