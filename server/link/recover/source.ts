/** Where a restored node finds its own events again, and how far they can be trusted. */
import type { Client } from "pg";
import { faultOfSignature } from "@/db/heads/keys";
import type { SignedHead, SigningKey } from "@/db/heads/signature";
import type { Arrival } from "@/domain/admission/judge";
import type { Stream } from "@/domain/envelope";
import { LinkSetupError } from "../setup/finding";
import type { Copy } from "./copy-file";

/** Own rows from a seq on, oldest first, and how many of the last ones no signature of this node covers. */
export type Source = { events: Arrival[]; unsigned: number };

const forked = (seq: number): LinkSetupError =>
  new LinkSetupError(
    `Event ${seq} of this node is another one there: this node has written after the backup was restored. Stop Sekong, restore the backup again, and run recover before Sekong starts.`,
  );

/** The own rows must follow each other without a gap, the first being the own head itself where there is one. */
function followOn(events: readonly Arrival[], head: { seq: number; hash: string }): Arrival[] {
  const [first] = events;
  if (head.seq > 0 && first && first.seq === head.seq && first.hash !== head.hash) throw forked(head.seq);
  const later = events.filter(({ seq }) => seq > head.seq);
  const end = later.findIndex(({ seq }, index) => seq !== head.seq + index + 1);
  return end < 0 ? later : later.slice(0, end);
}

/** All that the own gateway holds from the own head on. It is this node's own, so its rows need no signature. */
export async function fromGateway(
  gateway: Client,
  stream: Stream,
  head: { seq: number; hash: string },
): Promise<Source> {
  const { rows } = await gateway.query<Omit<Arrival, "seq"> & { seq: string }>(
    `select stream, seq, coalesce(header, '') as header, body, salt, coalesce(hash, '') as hash
     from exchange.joint_events where stream = $1 and seq >= $2 order by seq`,
    [stream, head.seq],
  );
  const events = followOn(
    rows.map((row) => ({ ...row, seq: Number(row.seq) })),
    head,
  );
  return { events, unsigned: 0 };
}

/** The heads of a copy that this node signed itself. */
export const ownHeadsOf = (copy: Copy, keys: readonly SigningKey[]): SignedHead[] =>
  copy.heads.filter((head) => faultOfSignature(head, keys) === null);

/**
 * The rows of a partner's copy. The hash chain ties every row to the ones before it, so a head that this node signed
 * vouches for all rows up to it; the partner could have made those behind the last head itself.
 */
export function fromCopy(
  copy: Copy,
  keys: readonly SigningKey[],
  head: { seq: number; hash: string },
): Source {
  const events = followOn(copy.events, head);
  const hashAt = new Map(events.map(({ seq, hash }) => [seq, hash]));
  let signedThrough = head.seq;
  for (const { seq, hash } of ownHeadsOf(copy, keys)) {
    const held = hashAt.get(seq);
    if (held !== undefined && held !== hash)
      throw new LinkSetupError(
        `The copy holds another event at seq ${seq} than this node signed: it is not this node's stream. Do not take it; call the partner.`,
      );
    if (held === hash) signedThrough = Math.max(signedThrough, seq);
  }
  return { events, unsigned: events.filter(({ seq }) => seq > signedThrough).length };
}
