/**
 * The partner's own credentials against the gateway: its certificate, its key and the role that they let in. Whatever
 * goes beyond fetching is refused, ended or named, and the link goes on.
 */
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endForeignWork, patience } from "@/server/link/gateway-guard";
import { gatewayFindings } from "@/server/link/setup/checks/checks";
import { newSubject, reportBody, TestScreen, until } from "@/tests/support/client";
import { type Connection, connectAs } from "../support/intruder";
import { TwoNodes } from "../support/nodes";

let world: TwoNodes;
const clients: Client[] = [];
const screens: TestScreen[] = [];

async function connect(over?: Connection): Promise<Client> {
  const client = await connectAs(world, "LA", over);
  clients.push(client);
  return client;
}

/** Resolves once the server has ended the connection. */
const endOf = (client: Client): Promise<void> => new Promise((resolve) => void client.once("end", resolve));

const inGateway = <Result>(work: (admin: Client) => Promise<Result>): Promise<Result> =>
  world.nodes.KH.gateway.admin("exchange", work);

async function open(country: "KH" | "LA", role: string): Promise<TestScreen> {
  const screen = await TestScreen.open(world.servers[country].address, `${country.toLowerCase()}.${role}`);
  screens.push(screen);
  return screen;
}

/** Releases an incident and waits for it on the other side: the link works. */
async function crosses(): Promise<void> {
  const [operator, commander, lao] = [
    screens[0] ?? (await open("KH", "operator")),
    screens[1] ?? (await open("KH", "commander")),
    screens[2] ?? (await open("LA", "commander")),
  ];
  const subject = newSubject("KH");
  await operator.must("incident.report", subject, reportBody());
  await operator.must("release.request", subject);
  await commander.must("release.approve", subject);
  await until(() => lao.fold.picture.incidents.has(subject), "the incident in Laos");
}

beforeAll(async () => {
  world = await TwoNodes.start();
});
afterAll(async () => {
  for (const client of clients) await client.end().catch(() => undefined);
  for (const screen of screens) screen.close();
  await world?.stop();
});

describe("what lies in the gateway's cluster", () => {
  it("is the joint rows alone: another database, a table beside them or a key is named", async () => {
    await inGateway((admin) => admin.query("create database other"));
    await inGateway((admin) => admin.query("create table public.other (a int)"));
    const findings = await inGateway((admin) => gatewayFindings(admin, "KH"));
    expect(findings).toEqual([
      expect.stringContaining("also holds the database other"),
      expect.stringContaining("tables in the schema public"),
    ]);
    await inGateway((admin) => admin.query("drop table public.other"));
    await inGateway((admin) => admin.query("drop database other"));
  });
});

describe("the partner's certificate lets it into one database of the gateway, over TLS 1.3, and nowhere else", () => {
  it.each<[what: string, over: () => Parameters<typeof connect>[0], refusal: RegExp]>([
    [
      "the node's own database",
      () => ({ port: Number(new URL(world.nodes.KH.ops.url()).port), database: "ops", ssl: false }),
      /no pg_hba.conf entry/,
    ],
    ["another database of the gateway", () => ({ database: "postgres" }), /pg_hba.conf rejects/],
    ["a template", () => ({ database: "template1" }), /pg_hba.conf rejects/],
    ["no TLS", () => ({ ssl: false }), /pg_hba.conf rejects/],
    ["TLS 1.2", () => ({ ssl: { maxVersion: "TLSv1.2" } }), /alert|EPROTO/],
    ["no certificate", () => ({ ssl: { cert: undefined, key: undefined } }), /client certificate/],
    ["the writer's role", () => ({ user: "sekong_writer" }), /password/],
    ["the superuser's role", () => ({ user: "postgres" }), /password/],
    ["physical replication", () => ({ replication: "true" as const }), /rejects replication connection/],
  ])("refuses %s", async (_, over, refusal) => {
    await expect(connect(over())).rejects.toThrow(refusal);
  });

  it.each([
    "insert into exchange.joint_events (stream, seq) values ('KH.joint', 999)",
    "update exchange.joint_events set body = null",
    "delete from exchange.joint_events",
    "truncate exchange.notices",
    "select * from exchange.joint_events for update",
    "begin; lock table exchange.joint_events in row share mode",
    "begin; lock table exchange.joint_events in access exclusive mode",
    "create table exchange.other (a int)",
    "create table public.other (a int)",
    "create temp table other (a int)",
    "create schema other",
    "create publication other for all tables",
    "do $$ begin loop end loop; end $$",
    "select pg_read_file('postgresql.conf')",
    "copy exchange.notices to program 'id'",
    "copy exchange.notices to 'sekong-copy'",
    "select lo_create(0)",
    "select lo_from_bytea(0, 'x')",
    "select pg_advisory_lock(7365471)",
    "select pg_advisory_lock_shared(7365471)",
    "select pg_try_advisory_xact_lock(1, generate_series(1, 100000))",
    "select pg_notify('sekong', repeat('x', 7000))",
    "select pg_logical_emit_message(false, 'x', repeat('x', 1000000))",
    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'sekong_writer'",
    "select passwd from pg_shadow",
    "alter role partner_la superuser",
    "set role sekong_writer",
    "set temp_file_limit = -1",
    "select count(*) from (select a from generate_series(1, 20000000) a order by md5(a::text)) sorted",
    "select pg_switch_wal()",
    "checkpoint",
  ])("refuses: %s", async (statement) => {
    const client = await connect();
    await expect(client.query(statement)).rejects.toThrow(/denied|temp_file_limit/);
    await client.end();
  });

  it("shows it no query of ours, and its slots decode joint rows only", async () => {
    await crosses();
    const client = await connect();
    const { rows } = await client.query("select query from pg_stat_activity where usename = 'sekong_writer'");
    expect(rows).toEqual([{ query: "<insufficient privilege>" }]);
    await client.query("select pg_create_logical_replication_slot('spy', 'test_decoding')");
    await crosses();
    const { rows: decoded } = await client.query<{ data: string }>(
      "select data from pg_logical_slot_get_changes('spy', null, null)",
    );
    const tables = decoded.flatMap(({ data }) => /^table (\S+):/.exec(data)?.[1] ?? []);
    expect(tables).toContain("exchange.joint_events");
    expect(
      tables.filter((table) => table !== "exchange.joint_events" && table !== "exchange.notices"),
    ).toEqual([]);
    await client.query("select pg_drop_replication_slot('spy')");
    await client.end();
  });
});

describe("what a right cannot refuse", () => {
  it("names slots that the partner hoards, and the link goes on beside them", async () => {
    const client = await connect();
    const hoard = async () => {
      for (let number = 0; ; number++)
        await client.query(`select pg_create_physical_replication_slot('hoard_${number}', true)`);
    };
    await expect(hoard()).rejects.toThrow(/all replication slots are in use/);
    // Neither another subscription's nor a slot that is in use can be dropped by it while the link runs.
    await expect(client.query("select pg_drop_replication_slot('sekong_kh_joint')")).rejects.toThrow(
      /is active/,
    );
    await crosses();
    const findings = await inGateway((admin) => gatewayFindings(admin, "KH"));
    expect(findings.filter((sentence) => sentence.includes("hoard_"))).toHaveLength(4);
    for (const sentence of findings.filter((one) => one.includes("hoard_")))
      await inGateway((admin) =>
        admin.query(/select pg_drop_replication_slot\('\w+'\)/.exec(sentence)?.[0] ?? ""),
      );
    expect(await inGateway((admin) => gatewayFindings(admin, "KH"))).toEqual([]);
    await client.end();
  });

  it("ends a copy of the cluster over a replication connection, and reports it; no key lies in what is copied", async () => {
    const client = await connect({ replication: "database" });
    const isEnded = endOf(client);
    const copy = client.query("BASE_BACKUP (MAX_RATE 32)").catch((error: Error) => error.message);
    await isEnded;
    expect(await copy).toMatch(/terminat/);
    await until(
      () => world.servers.KH.logs.some(({ err }) => JSON.stringify(err ?? "").includes("copied the gateway")),
      "a report in the log",
    );
    await crosses();
  });

  it("ends physical streaming over a replication connection", async () => {
    const client = await connect({ replication: "database" });
    const isEnded = endOf(client);
    void client.query("START_REPLICATION PHYSICAL 0/1000000").catch(() => undefined);
    await isEnded;
  });

  it("lets it open a few connections only: they hold up neither the writer nor the upkeep, and are ended", async () => {
    const many: Client[] = [];
    const openAll = async () => {
      for (;;) many.push(await connect());
    };
    await expect(openAll()).rejects.toThrow(/too many connections/);
    expect(many.length).toBeLessThanOrEqual(8);
    const ends = many.map(endOf);
    const hold = `set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; listen x; notify x;
      begin isolation level repeatable read; lock table exchange.joint_events in access share mode;
      select count(*) from exchange.joint_events`;
    await Promise.all(many.map((client) => client.query(hold)));
    void many[0]?.query("select pg_sleep(600)").catch(() => undefined);
    await crosses();
    await inGateway(async (admin) => {
      await admin.query("vacuum exchange.joint_events");
      expect(await endForeignWork(admin, "partner_la")).toEqual({ copying: 0, lingering: 0 });
      const now = { ...patience, queries: 0 };
      expect(await endForeignWork(admin, "partner_la", now)).toEqual({ copying: 0, lingering: many.length });
    });
    await Promise.all(ends);
    await crosses();
  });
});
