/** What each node says of itself every two seconds, beside the log: what it runs, what it has taken in, how it stands. */
import { z } from "zod";
import { clockConfigSchema } from "@/domain/clock/config";
import { vectorSchema } from "@/domain/envelope";
import { eventTypes } from "@/domain/events";
import { presenceSchema } from "@/domain/protocol/down";
import { addedEventTypes, foldVersion, protocolVersion } from "@/domain/protocol/version";
import { keptSchema } from "./heads/notices";

export const heartbeatKind = "heartbeat";
export const heartbeatEveryMs = 2_000;
/** Without one for longer the link counts as down; with the two seconds between heads, screens say so within ten. */
export const downAfterMs = 7_500;
export const heartbeatKeepSeconds = 60;
/** One per kind of screen, and room for new kinds. */
const mostScreenRows = 20;

export const heartbeatSchema = z.object({
  v: z.literal(1),
  /** The writer's clock, ISO 8601 UTC. */
  at: z.iso.datetime(),
  protocol: z.number().int(),
  foldVersion: z.number().int(),
  /** Event types it can take in. */
  types: z.array(z.string()).max(1_000),
  /** The joint vector it has folded, and its digest there. */
  applied: vectorSchema,
  digest: z.string().max(64),
  /** Events of ours that it holds back or has quarantined. */
  held: z.number().int().min(0),
  /** Whether a screen is connected; only nodes of the demonstration say so, for its exercise. */
  watched: z.boolean().optional(),
  /** How long the deadlines of its side run. What this version cannot read of it costs no heartbeat. */
  clocks: z.object(clockConfigSchema.shape).optional().catch(undefined),
  /** Its screens, of all its processes. */
  presence: presenceSchema.max(mostScreenRows).optional().catch(undefined),
  /** What it keeps of the other's signed heads and keys. */
  kept: keptSchema.optional().catch(undefined),
});
export type Heartbeat = z.infer<typeof heartbeatSchema>;

export type Standing = Pick<
  Heartbeat,
  "applied" | "digest" | "held" | "watched" | "clocks" | "presence" | "kept"
>;

export const heartbeatOf = (standing: Standing, at: string): Heartbeat => ({
  v: 1,
  at,
  protocol: protocolVersion,
  foldVersion,
  types: [...eventTypes],
  ...standing,
});

/**
 * Whether the partner can take in events of this type, by the last heartbeat that was heard of it, however old. One
 * that was never heard, or says less than the truth, still knows every type of the first version.
 */
export function knowsType(partner: Heartbeat | undefined, type: string): boolean {
  return !addedEventTypes.includes(type) || partner?.types.includes(type) === true;
}

/** Whether the partner runs something newer than this node: then what we do not know is held, not quarantined. */
export function isNewer(partner: Heartbeat | undefined): boolean {
  if (!partner) return false;
  const known = new Set<string>(eventTypes);
  return (
    partner.foldVersion > foldVersion ||
    partner.protocol > protocolVersion ||
    partner.types.some((type) => !known.has(type))
  );
}
