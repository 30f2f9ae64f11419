/**
 * The partner's superuser changes what its gateway publishes, and how. Replicated changes and foreign tables change
 * nothing; what stops the link is said, and the documented way of fetching anew mends it without a row doubled.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { subscriptionNames, unsubscribe } from "@/server/link/setup/node-sql";
import { readStatus } from "@/server/link/setup/status";
import { newSubject, reportBody, TestScreen, until } from "@/tests/support/client";
import { Forger } from "../support/forger";
import { TwoNodes } from "../support/nodes";

const slot = subscriptionNames("KH").events;
const slowly = { timeout: 60_000 };

let world: TwoNodes;
let forger: Forger;
let khmer: TestScreen;
let lao: Record<"operator" | "commander", TestScreen>;

beforeAll(async () => {
  world = await TwoNodes.start();
  forger = new Forger(world);
  khmer = await TestScreen.open(world.servers.KH.address, "kh.commander");
  const { address } = world.servers.LA;
  lao = {
    operator: await TestScreen.open(address, "la.operator"),
    commander: await TestScreen.open(address, "la.commander"),
  };
});
afterAll(async () => {
  for (const screen of [khmer, lao?.operator, lao?.commander]) screen?.close();
  await world?.stop();
});

/** A Lao release, and its arrival in Cambodia. */
async function release(): Promise<string> {
  const subject = newSubject("LA");
  await lao.operator.must("incident.report", subject, reportBody({ place: { lng: 106.1, lat: 14.2 } }));
  await lao.operator.must("release.request", subject);
  await lao.commander.must("release.approve", subject);
  return subject;
}
const arrives = (subject: string) =>
  until(() => khmer.fold.picture.incidents.has(subject), "the Lao incident in Cambodia", 30_000);
const crosses = async () => arrives(await release());

async function ownWorkGoesOn(): Promise<void> {
  const subject = newSubject("KH");
  await khmer.must("incident.report", subject, reportBody());
}

const landed = () =>
  forger.atHome("select stream, seq, header, body, hash from exchange.joint_events order by stream, seq");

const sentences = () =>
  world.nodes.KH.ops.admin("ops", (node) =>
    world.nodes.KH.gateway.admin("exchange", async (gateway) =>
      (await readStatus(node, gateway, "KH", 100)).sentences.join("\n"),
    ),
  );

async function isSaid(sentence: string): Promise<void> {
  const deadline = performance.now() + 30_000;
  let said = await sentences();
  while (!said.includes(sentence)) {
    if (performance.now() > deadline) throw new Error(`status does not say "${sentence}": ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    said = await sentences();
  }
}

/** Drops slots as the gateway's superuser may: what fetches through one is ended, and at once connects again. */
async function dropSlots(like: string): Promise<void> {
  const held = "from pg_replication_slots where slot_name like $1";
  while ((await forger.sql(`select ${held}`, [like])).length > 0) {
    await forger.sql(`select pg_terminate_backend(active_pid, 5000) ${held} and active`, [like]);
    await forger
      .sql(`select pg_drop_replication_slot(slot_name) ${held} and not active`, [like])
      .catch(() => undefined);
  }
}

/** What the runbook says for a lost slot: end both subscriptions, drop their slots, fetch anew. */
async function fetchAnew(): Promise<void> {
  const { KH, LA } = world.nodes;
  await KH.ops.admin("ops", (admin) => unsubscribe(admin, "KH"));
  await dropSlots("%");
  await KH.subscribe(LA);
}

describe("what the partner's superuser publishes", () => {
  it("an UPDATE and a DELETE change nothing of what has landed", async () => {
    await crosses();
    expect(await sentences()).not.toContain(slot);
    const before = await landed();
    await forger.sql("alter publication sekong_joint set (publish = 'insert, update, delete')");
    await forger.sql("update exchange.joint_events set body = '{}', header = '{}' where stream = 'LA.joint'");
    await forger.sql("delete from exchange.joint_events where stream = 'LA.joint' and seq = 1");
    await forger.sql("alter publication sekong_joint set (publish = 'insert')");
    await crosses();
    expect(await landed()).toEqual([...before, ...(await landed()).slice(before.length)]);
    expect(khmer.faults).toEqual([]);
  });

  it(
    "rows for accounts, the log or held events reach no table but the two that they may land in, fetched anew or not",
    async () => {
      const tables = [
        "public.user",
        "public.stream_heads",
        "exchange.held_events",
        "exchange.contradictions",
      ];
      const named = tables.map((table) => table.replace("user", '"user"'));
      const counts = () =>
        forger.atHome(
          named.map((table) => `select '${table}' as name, count(*) from ${table}`).join(" union all "),
        );
      const before = await counts();
      for (const table of named) {
        await forger.sql(`create table ${table} (stream text default 'LA.joint', seq bigint default 1)`);
        await forger.sql(`alter publication sekong_joint add table ${table}`);
        await forger.sql(`insert into ${table} default values`);
      }
      await isSaid(slot);
      await ownWorkGoesOn();
      expect(await counts()).toEqual(before);
      // Now the subscription names these tables too, and copies them with the rights of its owner: none.
      await fetchAnew();
      await crosses();
      expect(await counts()).toEqual(before);
      for (const table of named) await forger.sql(`drop table ${table}`);
      await fetchAnew();
      await crosses();
    },
    slowly.timeout,
  );

  it(
    "a table that we do not have, or a TRUNCATE, stops the link at worst: it is said, and nothing is lost",
    async () => {
      const before = await landed();
      await forger.sql("create table public.unheard_of (id int primary key)");
      await forger.sql("alter publication sekong_joint set (publish = 'insert, truncate')");
      await forger.sql("alter publication sekong_joint add table public.unheard_of");
      await forger.sql("insert into public.unheard_of values (1)");
      await forger.sql("begin; truncate exchange.joint_events; rollback");
      await isSaid(slot);
      await ownWorkGoesOn();
      expect(await landed()).toEqual(before);
      await forger.sql("drop table public.unheard_of");
      await fetchAnew();
      await crosses();
      await forger.sql("create table public.kept as select * from exchange.joint_events");
      await forger.sql("truncate exchange.joint_events");
      await isSaid(slot);
      expect((await landed()).length).toBeGreaterThan(before.length);
      const kept = await landed();
      await forger.sql("alter publication sekong_joint set (publish = 'insert')");
      await forger.sql("insert into exchange.joint_events select * from public.kept");
      await forger.sql("drop table public.kept");
      await fetchAnew();
      await crosses();
      expect((await landed()).slice(0, kept.length)).toEqual(kept);
      await ownWorkGoesOn();
    },
    slowly.timeout,
  );

  it(
    "a dropped slot is said; fetching anew brings what was missed, once",
    async () => {
      await crosses();
      await dropSlots(slot);
      const missed = await release();
      await isSaid(slot);
      await ownWorkGoesOn();
      expect(khmer.fold.picture.incidents.has(missed)).toBe(false);
      await fetchAnew();
      await arrives(missed);
      await crosses();
      expect(await forger.atHome("select from exchange.contradictions")).toEqual([]);
      expect(await forger.atHome("select from exchange.held_events")).toEqual([]);
      expect(khmer.faults).toEqual([]);
      await until(() => khmer.heads?.partner.same === true, "same in Cambodia", 30_000);
    },
    slowly.timeout,
  );
});

describe("notices of any form", () => {
  const heartbeat = (over: object) => ({
    v: 1,
    at: new Date().toISOString(),
    protocol: 1,
    foldVersion: 1,
    types: [],
    applied: {},
    digest: "0",
    held: 0,
    ...over,
  });
  const send = (payload: string, kind = "heartbeat", country = "LA") =>
    forger.sql(
      `insert into exchange.notices (country, kind, number, payload)
       select $1, $2, coalesce(max(number), 0) + 1, $3 from exchange.notices where country = $1 and kind = $2`,
      [country, kind, payload],
    );

  it(
    "break nothing: the link is live again with the next true heartbeat",
    async () => {
      const payloads = [
        "{",
        "null",
        "[".repeat(30_000) + "]".repeat(30_000),
        "x".repeat(65_536),
        "x".repeat(1_000_000),
        '{"__proto__":{"v":1}}',
        JSON.stringify(heartbeat({ at: "9999-12-31T23:59:59Z" })),
        JSON.stringify(heartbeat({ applied: { "KH.joint": 9_007_199_254_740_991 }, digest: "f".repeat(64) })),
        JSON.stringify(
          heartbeat({ foldVersion: 1e15, types: Array.from({ length: 900 }, (_, index) => `x${index}`) }),
        ),
        JSON.stringify(heartbeat({ held: 1e308 })),
      ];
      for (const payload of payloads) {
        for (const kind of ["heartbeat", "positions", "clocks", "screens", "nonsense"])
          await send(payload, kind);
        await ownWorkGoesOn();
      }
      await send(JSON.stringify(heartbeat({})), "heartbeat", "KH");
      await send("{}", "k".repeat(2_000));
      await send("{}", "heartbeat", "c".repeat(2_000));
      await crosses();
      await until(() => khmer.heads?.partner.state === "live", "live again", 30_000);
      expect(
        await forger.atHome("select from exchange.notices where length(kind) > 40 or length(country) > 2"),
      ).toEqual([]);
      expect(khmer.faults).toEqual([]);
    },
    slowly.timeout,
  );

  it(
    "a flood of them, each in a transaction of its own, delays no own command for long",
    async () => {
      const flood = world.nodes.LA.gateway.admin("exchange", async (admin) => {
        for (let number = 1; number <= 1_000; number++)
          await admin.query(
            "insert into exchange.notices (country, kind, number, payload) values ('LA', $1, $2, $3)",
            [
              ["positions", "clocks", `kind-${number % 50}`][number % 3],
              1_000_000 + number,
              "x".repeat(2_000),
            ],
          );
      });
      let slowest = 0;
      for (let turn = 0; turn < 20; turn++) {
        const before = performance.now();
        await ownWorkGoesOn();
        slowest = Math.max(slowest, performance.now() - before);
      }
      await flood;
      expect(slowest).toBeLessThan(10_000);
      await crosses();
    },
    slowly.timeout,
  );
});
