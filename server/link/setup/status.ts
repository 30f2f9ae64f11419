/** How a link stands, from both databases: for `npm run node -- status` and for a monitor. */
import type { Client } from "pg";
import { streamOf, type Vector } from "@/domain/envelope";
import { type Country, partnerOf } from "@/domain/vocabulary";
import { downAfterMs } from "../heartbeat";
import { partnerRole } from "./certificates";
import { readHeard } from "./checks/partner";
import { subscriptionNames } from "./node-sql";
import { ownStreamSentences, readOwnPositions } from "./own-stream-status";

export type LinkStatus = {
  country: Country;
  partner: {
    state: "live" | "behind" | "down";
    /** When it was last heard; absent when it never was. ISO 8601 UTC. */
    since?: string;
    /** Own joint events that it has not confirmed, and the age of the oldest of them. */
    behind?: { events: number; seconds: number };
    applied?: Vector;
    clockOffsetMs?: number;
    /** Events of ours that wait at the partner for a decision. */
    held?: number;
  };
  /** Bytes that wait in the gateway for the partner, and how many more may before its slot is lost; null: not known. */
  gateway: { slotBytes: number | null; safeBytes: number | null };
  certificateDays: number;
  /** Events of the partner's that wait here for a decision. */
  quarantine: number;
  /** Whether this node sends; undefined while its gateway cannot be asked. */
  suspended?: boolean;
  sentences: string[];
};

/** From here on the partner counts as behind. */
const behindAfterSeconds = 5;

async function one<Row extends object>(
  client: Client,
  text: string,
  values: unknown[] = [],
): Promise<Row | undefined> {
  return (await client.query<Row>(text, values)).rows[0];
}

type Slot = { name: string; bytes: string | null; safe: string | null; status: string };

/** The partner's slots in the gateway. */
async function slotsOf(gateway: Client): Promise<Slot[]> {
  const { rows } = await gateway.query<Slot>(
    `select slot_name as name, pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn) as bytes, safe_wal_size as safe,
       wal_status as status from pg_replication_slots where slot_type = 'logical' order by slot_name`,
  );
  return rows;
}

function bytesOf(slots: readonly Slot[]): LinkStatus["gateway"] {
  const safe = slots.flatMap((slot) => (slot.safe === null ? [] : [Number(slot.safe)]));
  return {
    slotBytes: Math.max(0, ...slots.map(({ bytes }) => Number(bytes ?? 0))),
    safeBytes: safe.length > 0 ? Math.min(...safe) : null,
  };
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

/** Own joint events past what the partner has confirmed. */
async function behindOf(node: Client, country: Country, applied: number) {
  const row = await one<{ events: string; seconds: string | null }>(
    node,
    `select count(*) as events, extract(epoch from now() - min((header::json ->> 'at')::timestamptz)) as seconds
     from joint_events where stream = $1 and seq > $2`,
    [streamOf(country, "joint"), applied],
  );
  return { events: Number(row?.events ?? 0), seconds: Math.max(0, Math.round(Number(row?.seconds ?? 0))) };
}

async function partnerOfNode(node: Client, country: Country): Promise<LinkStatus["partner"]> {
  const heard = await readHeard(node, partnerOf(country));
  if (!heard) return { state: "down" };
  const { heartbeat, landedAt, ageMs, clockOffsetMs } = heard;
  const { applied, held } = heartbeat;
  const behind = await behindOf(node, country, applied[streamOf(country, "joint")] ?? 0);
  const isBehind = behind.events > 0 && behind.seconds >= behindAfterSeconds;
  const state = ageMs >= downAfterMs ? "down" : isBehind ? "behind" : "live";
  const counted = behind.events > 0 ? { behind } : {};
  return { state, since: landedAt, ...counted, applied, clockOffsetMs, held };
}

/** Reads the status; `gateway` is undefined while it cannot be reached. `certificateDays`: the sooner of the two. */
export async function readStatus(
  node: Client,
  gateway: Client | undefined,
  country: Country,
  certificateDays: number,
): Promise<LinkStatus> {
  const held = await one<{ count: string }>(
    node,
    "select count(*) from exchange.held_events where stream = $1 and decision is null",
    [streamOf(partnerOf(country), "joint")],
  );
  const names = subscriptionNames(country);
  const { rows: subscriptions } = await node.query<SubscriptionState>(
    `select subname as name, subenabled as enabled,
       exists (select from pg_stat_subscription s where s.subid = pg_subscription.oid and s.pid is not null) as running
     from pg_subscription where subname in ($1, $2)`,
    [names.events, names.notices],
  );
  const slots = gateway ? await slotsOf(gateway) : [];
  const status = {
    country,
    partner: await partnerOfNode(node, country),
    gateway: gateway ? bytesOf(slots) : { slotBytes: null, safeBytes: null },
    certificateDays,
    quarantine: Number(held?.count ?? 0),
    ...(gateway ? { suspended: !(await partnerMayFetch(gateway, country)) } : {}),
  };
  const { count: contradictions = "0" } =
    (await one<{ count: string }>(node, "select count(*) from exchange.contradictions")) ?? {};
  const found = contradictionSentences(Number(contradictions));
  const applied = status.partner.applied?.[streamOf(country, "joint")] ?? 0;
  const own = ownStreamSentences(await readOwnPositions(node, gateway, country, applied));
  return { ...status, sentences: [...own, ...statusSentences(status, subscriptions, slots), ...found] };
}

function contradictionSentences(count: number): string[] {
  if (count === 0) return [];
  return [
    `Ask the partner who writes into its gateway: ${count} rows or signed heads from it contradict what had landed, or are of no stream of its (they are in exchange.contradictions).`,
  ];
}

export type SubscriptionState = { name: string; enabled: boolean; running: boolean };

/** What an administrator must do about how the link stands. */
export function statusSentences(
  { partner, quarantine, suspended }: Omit<LinkStatus, "sentences">,
  subscriptions: readonly SubscriptionState[],
  slots: readonly Pick<Slot, "name" | "status">[],
): string[] {
  const sentences: string[] = [];
  if (subscriptions.length < 2)
    sentences.push(
      "Run `npm run node -- join FILE` with the partner's invitation: this node does not fetch from its partner yet.",
    );
  for (const { name, enabled, running } of subscriptions) {
    if (!enabled)
      sentences.push(`Run \`npm run node -- join FILE\` again: the subscription ${name} is switched off.`);
    else if (!running)
      sentences.push(
        `Look into the node's PostgreSQL log: the subscription ${name} is not running, so nothing comes from the partner.`,
      );
  }
  for (const { name } of slots.filter(({ status }) => status === "lost"))
    sentences.push(
      `Tell the partner's administrator that their slot ${name} is lost: it must refill (docs/operations.md, a lost slot).`,
    );
  for (const { name } of slots.filter(({ status }) => status === "unreserved"))
    sentences.push(
      `See that the partner fetches soon: its slot ${name} is past max_slot_wal_keep_size and will be lost.`,
    );
  if (partner.state === "down" && subscriptions.length === 2)
    sentences.push(
      `Look whether the line and both nodes' processes run: nothing was heard of the partner ${partner.since ? `since ${partner.since}` : "yet"}.`,
    );
  if (partner.state === "behind")
    sentences.push(
      `Look whether the partner's node runs: it has not confirmed ${partner.behind?.events} events for ${partner.behind?.seconds} s.`,
    );
  if (quarantine > 0)
    sentences.push(
      `Decide about ${quarantine} of the partner's events on the link screen: they, and what follows them, wait.`,
    );
  if (suspended)
    sentences.push(
      "Run `npm run node -- resume` to send again: sending is suspended, what is released waits here.",
    );
  return sentences;
}
