/** A row through PostgreSQL's logical replication with nothing around it: inserted in one cluster, notified in the other. */
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "pg";
import type { Cluster } from "@/scripts/two-nations/cluster";
import { now } from "./protocol";

const database = "bare";
const table = "create table rows (id text primary key, body text)";
/** About the size of an event's row. */
const bodyBytes = 1_200;
const arrivesWithinMs = 10_000;

const subscriber = [
  table,
  `create function wake() returns trigger language plpgsql as
     $$ begin perform pg_notify('landed', new.id); return null; end $$`,
  "create trigger wake after insert on rows for each row execute function wake()",
  "alter table rows enable replica trigger wake",
];

async function make(cluster: Cluster, statements: readonly string[]): Promise<void> {
  await cluster.admin("postgres", (admin) => admin.query(`create database ${database}`));
  await cluster.admin(database, async (admin) => {
    for (const statement of statements) await admin.query(statement);
  });
}

async function insertAtPace(
  client: Client,
  { perSecond, count }: { perSecond: number; count: number },
): Promise<Map<string, number>> {
  const sent = new Map<string, number>();
  const body = "x".repeat(bodyBytes);
  for (let turn = 0; turn < count; turn += 1) {
    const id = randomUUID();
    sent.set(id, now());
    await client.query("insert into rows values ($1, $2)", [id, body]);
    await wait(1_000 / perSecond);
  }
  return sent;
}

/** Milliseconds from each insert to its notification. Those that did not arrive are missing. */
export async function measureBareReplication(
  from: Cluster,
  to: Cluster,
  plan: { perSecond: number; count: number },
): Promise<number[]> {
  await make(from, [table, "create publication bare for table rows with (publish = 'insert')"]);
  await make(to, subscriber);
  await to.admin(database, (admin) =>
    admin.query(
      `create subscription bare connection '${from.url(database)}' publication bare with (copy_data = false)`,
    ),
  );
  const arrived = new Map<string, number>();
  return await to.admin(database, async (listening) => {
    listening.on("notification", ({ payload }) => void arrived.set(payload ?? "", now()));
    await listening.query("listen landed");
    // The subscription's worker starts within a second.
    await wait(2_000);
    const sent = await from.admin(database, (client) => insertAtPace(client, plan));
    const deadline = now() + arrivesWithinMs;
    while (arrived.size < sent.size && now() < deadline) await wait(50);
    await listening.query("drop subscription bare");
    return [...sent].flatMap(([id, at]) => {
      const landed = arrived.get(id);
      return landed === undefined ? [] : [landed - at];
    });
  });
}
