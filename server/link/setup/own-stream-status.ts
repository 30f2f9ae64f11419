/** Whether this node holds its own joint stream as its gateway and its partner do, for `npm run node -- status`. */
import type { Client } from "pg";
import { streamOf } from "@/domain/envelope";
import type { Country } from "@/domain/vocabulary";

export type OwnPositions = {
  seq: number;
  hash: string;
  /** Undefined while the gateway cannot be reached. `hash` is its hash at the own seq. */
  gateway: { seq: number; hash: string | null } | undefined;
  /** How far the partner says that it holds the own stream. */
  partner: number;
};

export async function readOwnPositions(
  node: Client,
  gateway: Client | undefined,
  country: Country,
  partner: number,
): Promise<OwnPositions> {
  const stream = streamOf(country, "joint");
  const own = await node.query<{ seq: string; hash: string }>(
    "select seq, hash from stream_heads where stream = $1",
    [stream],
  );
  const { seq = "0", hash = "" } = own.rows[0] ?? {};
  const there = await gateway?.query<{ seq: string; hash: string | null }>(
    `select coalesce((select max(seq) from exchange.joint_events where stream = $1), 0) as seq,
       (select hash from exchange.joint_events where stream = $1 and seq = $2) as hash`,
    [stream, seq],
  );
  const [held] = there?.rows ?? [];
  return {
    ...{ seq: Number(seq), hash, partner },
    gateway: held && { seq: Number(held.seq), hash: held.hash },
  };
}

/** What an administrator must do after a restored backup; nothing where this node holds all of its stream. */
export function ownStreamSentences({ seq, hash, gateway, partner }: OwnPositions): string[] {
  if (gateway && gateway.hash !== null && gateway.hash !== hash)
    return [
      `Stop Sekong, restore the backup again, and run \`npm run node -- recover\` before Sekong starts: event ${seq} of this node is another one in its gateway, so it has written after a restored backup.`,
    ];
  if (gateway && gateway.seq > seq)
    return [
      `Run \`npm run node -- recover\`: the gateway holds ${gateway.seq - seq} own events that this node lacks, as after a restored backup, and no joint command is taken until then.`,
    ];
  if (partner > Math.max(seq, gateway?.seq ?? 0))
    return [
      `Have the partner run \`npm run node -- return FILE\`, and run \`npm run node -- recover FILE\` here: the partner says that it holds this node's events up to ${partner}, this node only up to ${seq}.`,
    ];
  return [];
}
