/** How a link stands, from both databases: for `npm run node -- status` and for a monitor. */
import type { Client } from "pg";
import { streamOf } from "@/domain/envelope";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { downAfterMs, heartbeatKind } from "../heartbeat";
import { partnerRole } from "./certificates";
import { subscriptionNames } from "./node-sql";

export type LinkStatus = {
  country: Country;
  partner: { state: "live" | "down"; since?: string; waiting: number };
  gateway: { slotBytes: number; safeBytes: number | null };
  certificateDays: number;
  quarantine: number;
  suspended: boolean;
  sentences: string[];
};

async function one<Row extends object>(
  client: Client,
  text: string,
  values: unknown[] = [],
): Promise<Row | undefined> {
  return (await client.query<Row>(text, values)).rows[0];
}

/** What the partner has not fetched yet, and how much more may wait before its slot is lost. Bytes. */
async function slotOf(gateway: Client): Promise<LinkStatus["gateway"]> {
  const row = await one<{ bytes: string | null; safe: string | null }>(
    gateway,
    `select max(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)) as bytes, min(safe_wal_size) as safe
     from pg_replication_slots where slot_type = 'logical'`,
  );
  return { slotBytes: Number(row?.bytes ?? 0), safeBytes: row?.safe ? Number(row.safe) : null };
}

async function partnerMayFetch(gateway: Client, country: Country): Promise<boolean> {
  const role = partnerRole(partnerOf(country));
  return (
    (
      await one<{ login: boolean }>(gateway, "select rolcanlogin as login from pg_roles where rolname = $1", [
        role,
      ])
    )?.login === true
  );
}

/** Reads the status with both databases. `certificateDays` is the sooner of the two certificates. */
export async function readStatus(
  node: Client,
  gateway: Client,
  country: Country,
  certificateDays: number,
): Promise<LinkStatus> {
  const partner = partnerOf(country);
  const heard = await one<{ since: string; age: string }>(
    node,
    `select to_char(landed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since,
       extract(epoch from now() - landed_at) * 1000 as age
     from exchange.notices where country = $1 and kind = $2 order by number desc limit 1`,
    [partner, heartbeatKind],
  );
  const held = await one<{ count: string }>(
    node,
    "select count(*) from exchange.held_events where stream = $1 and decision is null",
    [streamOf(partner, "joint")],
  );
  const landed = await one<{ waiting: string }>(
    node,
    `select greatest(0, coalesce((select max(seq) from exchange.joint_events where stream = $1), 0)
       - (select seq from stream_heads where stream = $1)) as waiting`,
    [streamOf(partner, "joint")],
  );
  const names = subscriptionNames(country);
  const { rows: subscriptions } = await node.query<{ name: string; enabled: boolean; running: boolean }>(
    `select subname as name, subenabled as enabled,
       exists (select from pg_stat_subscription s where s.subid = pg_subscription.oid and s.pid is not null) as running
     from pg_subscription where subname in ($1, $2)`,
    [names.events, names.notices],
  );
  const live = heard !== undefined && Number(heard.age) < downAfterMs;
  const status: LinkStatus = {
    country,
    partner: {
      state: live ? "live" : "down",
      ...(heard ? { since: heard.since } : {}),
      waiting: Number(landed?.waiting ?? 0),
    },
    gateway: await slotOf(gateway),
    certificateDays,
    quarantine: Number(held?.count ?? 0),
    suspended: !(await partnerMayFetch(gateway, country)),
    sentences: [],
  };
  status.sentences = sentencesOf(status, subscriptions);
  return status;
}

function sentencesOf(
  { partner, quarantine, suspended, certificateDays }: LinkStatus,
  subscriptions: readonly { name: string; enabled: boolean; running: boolean }[],
): string[] {
  const sentences: string[] = [];
  if (subscriptions.length < 2)
    sentences.push(
      "This node does not fetch from its partner yet: run `npm run node -- join FILE` with the partner's invitation.",
    );
  for (const { name, enabled, running } of subscriptions)
    if (enabled && !running)
      sentences.push(`The subscription ${name} is not running: look into the node's PostgreSQL log.`);
  if (partner.state === "down")
    sentences.push(
      partner.since
        ? `Nothing was heard of the partner since ${partner.since}.`
        : "Nothing was ever heard of the partner.",
    );
  if (quarantine > 0)
    sentences.push(
      `${quarantine} of the partner's events wait for a decision: an administrator looks at them on the link screen.`,
    );
  if (suspended) sentences.push("Sending is suspended: `npm run node -- resume` sends again.");
  if (certificateDays < 30)
    sentences.push(`A certificate ends in ${certificateDays} days: rotate it (docs/operations.md).`);
  return sentences;
}
