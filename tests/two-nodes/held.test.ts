import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { verify } from "@/db/verify/verify";
import type { Draft } from "@/domain/decision";
import { heldReportSchema } from "@/domain/protocol/held";
import type { Country } from "@/domain/vocabulary";
import { newSubject, reportBody, signIn, TestScreen, until } from "@/tests/support/client";
import { TwoNodes } from "./support/nodes";

let world: TwoNodes;
const screens: TestScreen[] = [];

async function open(country: Country, role: string): Promise<TestScreen> {
  const screen = await TestScreen.open(world.servers[country].address, `${country.toLowerCase()}.${role}`);
  screens.push(screen);
  return screen;
}

const rows = (query: string, values: unknown[] = []) =>
  world.nodes.KH.ops.admin("ops", async (admin) => (await admin.query(query, values)).rows);

/** Asks KH's node about the event that waits, as one of its roles. */
async function ask(role: string, seq?: number, body?: object) {
  const { address } = world.servers.KH;
  const { cookie } = await signIn(address, `kh.${role}`);
  const response = await fetch(`${address}/api/link/held${seq === undefined ? "" : `/${seq}`}`, {
    method: body ? "POST" : "GET",
    headers: { cookie, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: await response.json() };
}

/** Writes into Laos' log what its node would not decide: the chain is whole, the content is wrong or too new. */
async function write(
  draft: Pick<Draft, "type" | "subject"> | { type: string; subject: string },
): Promise<void> {
  const { context } = world.servers.LA;
  const actor = { desk: "LA-JOC-1", role: "commander", country: "LA", by: "test" } as const;
  const whole = { id: uuidv7(), scope: "joint", body: {}, ...draft } as Draft;
  await context.log.transact(async (tx) => {
    tx.chain([{ draft: whole, actor, at: new Date().toISOString() }]);
    await tx.flush([]);
  });
}

async function releaseIn(country: Country): Promise<string> {
  const [operator, commander] = [await open(country, "operator"), await open(country, "commander")];
  const subject = newSubject(country);
  const place = country === "LA" ? { place: { lng: 106.1, lat: 14.2 } } : {};
  await operator.must("incident.report", subject, reportBody(place));
  await operator.must("release.request", subject);
  await commander.must("release.approve", subject);
  return subject;
}

async function isSame(...both: TestScreen[]): Promise<void> {
  await until(() => both.every(({ heads }) => heads?.partner.same === true), "both say same");
}

beforeAll(async () => {
  world = await TwoNodes.start();
});
afterAll(async () => {
  for (const screen of screens) screen.close();
  await world?.stop();
});

describe("an event of the partner that is not taken in", () => {
  it("is seen by desks, opened by a commander, discarded with a reason, and both are the same again", async () => {
    const [khmer, lao] = [await open("KH", "commander"), await open("LA", "commander")];
    await write({ type: "incident.acknowledged", subject: newSubject("KH") });
    await until(() => khmer.heads?.partner.waits !== undefined, "an alarm in Cambodia");
    const waits = khmer.heads?.partner.waits;
    expect(waits).toMatchObject({
      ...{ state: "quarantined", reason: "not-shared", type: "incident.acknowledged" },
    });
    const seq = waits?.seq ?? 0;
    const later = await releaseIn("LA");
    await until(() => lao.fold.picture.incidents.has(later), "its own release in Laos");

    expect((await ask("officer")).status).toBe(403);
    const seen = heldReportSchema.parse((await ask("operator")).body);
    expect(seen.waiting).toMatchObject({ seq, behind: 1, others: 0 });
    expect(seen.waiting?.header).toContain('"seq":');
    expect(seen.waiting).not.toHaveProperty("body");
    expect((await ask("operator", seq, { action: "retry" })).body).toMatchObject({ outcome: "waits" });
    expect((await ask("operator", seq, { action: "discard", reason: "no" })).status).toBe(403);
    expect((await ask("admin", seq, { action: "open", reason: "to see" })).status).toBe(403);
    expect((await ask("commander", seq, { action: "discard" })).status).toBe(400);
    const opened = await ask("commander", seq, { action: "open", reason: "to see what it says" });
    expect(opened.body).toEqual({ outcome: "opened", body: "{}" });
    expect(khmer.fold.picture.incidents.has(later)).toBe(false);

    const reason = "Written by mistake, says Laos by telephone";
    expect((await ask("commander", seq, { action: "discard", reason })).body).toEqual({
      outcome: "admitted",
    });
    await until(() => khmer.fold.picture.incidents.has(later), "what waited after it in Cambodia");
    await until(() => khmer.heads?.partner.waits === undefined, "the end of the alarm");
    await isSame(khmer, lao);
    expect((await ask("commander", seq, { action: "discard", reason })).status).toBe(409);
    expect(
      await rows("select body, discarded from joint_events where stream = 'LA.joint' and seq = $1", [seq]),
    ).toEqual([{ body: null, discarded: true }]);
  });

  it("is decided on the record for ever, and the log verifies", async () => {
    const { decisions } = heldReportSchema.parse((await ask("auditor")).body);
    expect(decisions.map(({ action, desk, reason }) => [action, desk !== "", reason])).toEqual([
      ["discard", true, "Written by mistake, says Laos by telephone"],
      ["open", true, "to see what it says"],
      ["retry", true, null],
    ]);
    await expect(rows("delete from exchange.decisions")).rejects.toThrow("kept for ever");
    const connection = await connect({
      databaseUrl: world.nodes.KH.environment.DATABASE_URL,
      dataDir: "unused",
    });
    try {
      expect((await verify(connection, ["KH"])).faults).toEqual([]);
    } finally {
      await connection.close();
    }
  });

  it("is replaced by what the partner mended once somebody has it judged again", async () => {
    const [khmer, lao] = [await open("KH", "operator"), await open("LA", "commander")];
    // As replication would land a row that somebody damaged on the way.
    await rows(`set session_replication_role = replica;
      insert into exchange.joint_events (stream, seq, header, body, salt, hash)
      select 'LA.joint', max(seq) + 1, '{"v":1}', '{}', repeat('0', 32), repeat('1', 64)
      from exchange.joint_events where stream = 'LA.joint'`);
    await until(() => khmer.heads?.partner.waits?.reason === "unreadable", "an alarm in Cambodia");
    const seq = khmer.heads?.partner.waits?.seq ?? 0;
    expect((await ask("commander", seq, { action: "discard", reason: "x" })).status).toBe(409);
    const released = await releaseIn("LA");
    await until(() => lao.fold.picture.incidents.has(released), "its own release in Laos");
    const others = async () => heldReportSchema.parse((await ask("operator")).body).waiting?.others;
    await expect.poll(others, { timeout: 15_000 }).toBe(1);
    expect((await ask("operator", seq, { action: "retry" })).body).toEqual({ outcome: "admitted" });
    await until(() => khmer.fold.picture.incidents.has(released), "the release in Cambodia");
    await isSame(khmer, lao);
  });

  it("of a newer version in an own stream ends what a process decides, and its screens go elsewhere", async () => {
    const [khmer, lao] = [await open("KH", "commander"), await open("LA", "operator")];
    const { address } = world.servers.LA;
    expect((await fetch(`${address}/api/health`)).status).toBe(200);
    await write({ type: "incident.flagged", subject: newSubject("LA") });
    await until(() => lao.ended === "restarting", "the end of the screen in Laos");
    expect((await fetch(`${address}/api/health`)).status).toBe(503);
    await until(() => lao.refused?.code === "unavailable", "a refusal of the old process");
    await khmer.must("incident.report", newSubject("KH"), reportBody({}));
  });
});
