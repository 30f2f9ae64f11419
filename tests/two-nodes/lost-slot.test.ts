/** The page "A lost slot" of docs/operations.md, as the administrator of the side that fetches follows it. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isIncident } from "@/domain/incident/schema";
import { runNodeCommand } from "@/server/cli/node-commands";
import { invitationOf } from "@/server/link/setup/setup";
import { newSubject, reportBody, TestScreen, until } from "@/tests/support/client";
import { TwoNodes } from "./support/nodes";

let world: TwoNodes;
let lao: TestScreen;
let laoCommander: TestScreen;
let khmer: TestScreen;

beforeAll(async () => {
  world = await TwoNodes.start();
  lao = await TestScreen.open(world.servers.LA.address, "la.operator");
  laoCommander = await TestScreen.open(world.servers.LA.address, "la.commander");
  khmer = await TestScreen.open(world.servers.KH.address, "kh.commander");
});
afterAll(async () => {
  for (const screen of [lao, laoCommander, khmer]) screen?.close();
  await world?.stop();
});

const atKhmer = <Row extends object>(text: string) =>
  world.nodes.KH.ops.admin("ops", async (admin) => (await admin.query<Row>(text)).rows);
const atLaoGateway = <Row extends object>(text: string) =>
  world.nodes.LA.gateway.admin("exchange", async (admin) => (await admin.query<Row>(text)).rows);

async function release(): Promise<string> {
  const subject = newSubject("LA");
  const report = reportBody({ place: { lng: 106.1, lat: 14.2 }, transport: "river" });
  await lao.must("incident.report", subject, report);
  await lao.must("release.request", subject);
  await laoCommander.must("release.approve", subject);
  return subject;
}
const recall = (subject: string) =>
  laoCommander.must("release.recall", subject, { reason: "Sent by mistake" });
const sharing = (subject: string) => khmer.fold.picture.incidents.get(subject)?.sharing;

const slotStatus = () =>
  atLaoGateway<{ status: string }>(
    "select wal_status as status from pg_replication_slots where slot_name = 'sekong_la_joint'",
  );

/** The side that sends keeps no more than a megabyte for who does not fetch. */
async function loseSlot(): Promise<void> {
  await atLaoGateway("alter system set max_slot_wal_keep_size = '1MB'");
  await atLaoGateway("select pg_reload_conf()");
  await atLaoGateway("create table filler (text text)");
  for (let turn = 0; turn < 30; turn += 1) {
    await atLaoGateway("insert into filler select repeat('x', 1000) from generate_series(1, 2000)");
    await atLaoGateway("select pg_switch_wal()");
    await atLaoGateway("checkpoint");
    if ((await slotStatus())[0]?.status === "lost") return;
  }
  throw new Error(`the slot was not lost: ${JSON.stringify(await slotStatus())}`);
}

async function refill(): Promise<{ code: number; text: string }> {
  const file = path.join(world.root, "la.json");
  writeFileSync(file, JSON.stringify(invitationOf(world.nodes.LA.folder)));
  const { ops, gateway, environment } = world.nodes.KH;
  const lines: string[] = [];
  const code = await runNodeCommand(
    ["join", file, "--refill"],
    {
      ...environment,
      SEKONG_GATEWAY_URL: gateway.url("exchange"),
      SEKONG_LINK_FILES: ops.keyFolder,
    },
    (...more) => void lines.push(...more),
  );
  return { code, text: lines.join("\n") };
}

describe("a lost slot", () => {
  it("is refilled: nothing missing, nothing doubled, and no recalled body comes back", async () => {
    const [kept, recalledBefore, recalledMeanwhile] = [await release(), await release(), await release()];
    await until(() => sharing(recalledMeanwhile) === "released", "three incidents in Cambodia");
    await recall(recalledBefore);
    await until(() => sharing(recalledBefore) === "recalled", "the recall in Cambodia");

    await atKhmer("alter subscription sekong_la_joint disable");
    const during = await release();
    const goneDuring = await release();
    await recall(goneDuring);
    await recall(recalledMeanwhile);
    await loseSlot();
    await atKhmer("alter subscription sekong_la_joint enable");
    const after = await release();
    expect(sharing(during)).toBeUndefined();
    // A gateway from an old backup, say, may still have what was recalled: the refill sends it.
    await atLaoGateway(
      `update exchange.joint_events set body = '{"transport":"river"}', salt = repeat('0', 32)
       where header::json ->> 'subject' = '${recalledBefore}' and header::json ->> 'type' = 'incident.released'`,
    );

    const { code, text } = await refill();
    expect(code, text).toBe(0);
    await until(() => sharing(after) === "released" && sharing(during) === "released", "what was missing");
    expect(isIncident(khmer.fold.picture.incidents.get(kept))).toBe(true);
    for (const gone of [recalledBefore, recalledMeanwhile, goneDuring])
      expect(sharing(gone)).toBe("recalled");

    const rows = (table: string) =>
      `select count(*)::int as rows, count(distinct seq)::int as seqs, max(seq)::int as last from ${table} where stream = 'LA.joint'`;
    const [own] = await world.nodes.LA.ops.admin(
      "ops",
      async (admin) => (await admin.query(rows("joint_events"))).rows,
    );
    expect(await atKhmer(rows("joint_events"))).toEqual([own]);
    expect(await atKhmer(rows("exchange.joint_events"))).toEqual([own]);
    const bodies = (subjects: readonly string[]) =>
      `select count(*)::int as bodies from joint_events where type = 'incident.released' and body is not null
         and subject in (${subjects.map((subject) => `'${subject}'`).join()})`;
    expect(await atKhmer(bodies([recalledBefore, recalledMeanwhile, goneDuring]))).toEqual([{ bodies: 0 }]);
    const landed = `select count(*)::int as bodies from exchange.joint_events where body is not null
      and header::json ->> 'type' = 'incident.released'
      and header::json ->> 'subject' in ('${recalledBefore}', '${recalledMeanwhile}', '${goneDuring}')`;
    expect(await atKhmer(landed)).toEqual([{ bodies: 0 }]);
    expect(await atKhmer("select from exchange.held_events")).toEqual([]);
    expect(await atKhmer("select from exchange.contradictions")).toEqual([]);
    await until(() => khmer.heads?.partner.same === true, "same again");
    expect(khmer.faults).toEqual([]);
  });
});
