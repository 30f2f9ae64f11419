/** What the partner's heartbeat says about how well both nodes fit together. */
import type { Client } from "pg";
import { eventTypes } from "@/domain/events";
import { foldVersion, protocolVersion } from "@/domain/protocol/version";
import type { Country } from "@/domain/vocabulary";
import { type Heartbeat, heartbeatKind, heartbeatSchema } from "../../heartbeat";
import type { Finding } from "../finding";
import { clockOffsetSaidMs } from "./database-server";

/** As many of the newest heartbeats as the offset is taken from. */
const samples = 10;

export type Heard = {
  heartbeat: Heartbeat;
  /** ISO 8601 UTC, by this node's database. */
  landedAt: string;
  ageMs: number;
  /** The partner's clock less this node's database's. The way here makes it too small, so the greatest one counts. */
  clockOffsetMs: number;
};

/** The newest heartbeat that landed, if it is one this version can read. */
export async function readHeard(node: Client, partner: Country): Promise<Heard | undefined> {
  const { rows } = await node.query<{ payload: string; landed: string; age: string }>(
    `select payload, to_char(landed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as landed,
       extract(epoch from now() - landed_at) * 1000 as age
     from exchange.notices where country = $1 and kind = $2 order by number desc limit $3`,
    [partner, heartbeatKind, samples],
  );
  const heard = rows.flatMap(({ payload, landed, age }) => {
    const heartbeat = readHeartbeat(payload);
    return heartbeat ? [{ heartbeat, landedAt: landed, ageMs: Number(age) }] : [];
  });
  const [newest] = heard;
  if (!newest) return undefined;
  const offsets = heard.map(({ heartbeat, landedAt }) => Date.parse(heartbeat.at) - Date.parse(landedAt));
  return { ...newest, clockOffsetMs: Math.round(Math.max(...offsets)) };
}

function readHeartbeat(text: string): Heartbeat | undefined {
  try {
    return heartbeatSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const listed = (types: readonly string[]): string =>
  types.length > 5 ? `${types.slice(0, 5).join(", ")} and ${types.length - 5} more` : types.join(", ");

/** Findings about the partner's version, its event types and its clock. */
export function partnerFindings({ heartbeat, clockOffsetMs }: Heard): Finding[] {
  const findings: Finding[] = [];
  const own = new Set<string>(eventTypes);
  const theirs = new Set(heartbeat.types);
  const unknownHere = heartbeat.types.filter((type) => !own.has(type));
  const unknownThere = eventTypes.filter((type) => !theirs.has(type));
  if (unknownHere.length > 0)
    findings.push(
      `Upgrade this node: the partner may write ${listed(unknownHere)}, which is held here until then.`,
    );
  if (unknownThere.length > 0)
    findings.push(
      `Ask the partner to upgrade: it does not know ${listed(unknownThere)}, which this node keeps back until then.`,
    );
  if (heartbeat.foldVersion !== foldVersion || heartbeat.protocol !== protocolVersion)
    findings.push(
      `Bring both nodes to one version: the partner folds by version ${heartbeat.foldVersion} (protocol ${heartbeat.protocol}), this node by ${foldVersion} (protocol ${protocolVersion}), so nobody can say that both hold the same picture.`,
    );
  if (Math.abs(clockOffsetMs) > clockOffsetSaidMs)
    findings.push(
      `Set the clocks of both nodes by NTP: the partner's is ${Math.abs(Math.round(clockOffsetMs / 1_000))} s ${clockOffsetMs > 0 ? "ahead of" : "behind"} this node's. Order does not suffer, the times on the screens do.`,
    );
  return findings;
}
