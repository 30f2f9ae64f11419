import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isIncident } from "@/domain/incident/schema";
import type { Country } from "@/domain/vocabulary";
import { newSubject, reportBody, TestScreen, until } from "@/tests/support/client";
import { TwoNodes } from "./support/nodes";

let world: TwoNodes;
const screens: TestScreen[] = [];

async function open(country: Country, role: string): Promise<TestScreen> {
  const { address } = world.servers[country];
  const screen = await TestScreen.open(address, `${country.toLowerCase()}.${role}`);
  screens.push(screen);
  return screen;
}

/** Reports, asks for release and approves it: an incident that both nodes hold. */
async function release(operator: TestScreen, commander: TestScreen, parts: object = {}): Promise<string> {
  const subject = newSubject("KH");
  await operator.must("incident.report", subject, reportBody(parts));
  await operator.must("release.request", subject);
  await commander.must("release.approve", subject);
  return subject;
}

const rows = (country: Country, database: "ops" | "gateway", query: string, values: unknown[] = []) => {
  const cluster = world.nodes[country][database];
  const name = database === "ops" ? "ops" : "exchange";
  return cluster.admin(name, async (admin) => (await admin.query(query, values)).rows);
};

beforeAll(async () => {
  world = await TwoNodes.start();
});
afterAll(async () => {
  for (const screen of screens) screen.close();
  await world?.stop();
});

describe("two nodes", () => {
  it("what one releases the other sees, and both say live and same", async () => {
    const [operator, commander, lao] = [
      await open("KH", "operator"),
      await open("KH", "commander"),
      await open("LA", "commander"),
    ];
    const subject = await release(operator, commander);
    await until(() => lao.fold.picture.incidents.has(subject), "the incident in Laos");
    const seen = lao.fold.picture.incidents.get(subject);
    expect(isIncident(seen) && seen.owner).toBe("KH");
    await lao.must("incident.acknowledge", subject);
    await until(() => {
      const held = commander.fold.picture.incidents.get(subject);
      return isIncident(held) && held.acknowledged.LA !== undefined;
    }, "the acknowledgement in Cambodia");
    await until(() => lao.heads?.partner.state === "live" && lao.heads.partner.same === true, "same in Laos");
    await until(() => commander.heads?.partner.same === true, "same in Cambodia");
    expect([...operator.faults, ...commander.faults, ...lao.faults]).toEqual([]);
  });

  it("S10 a recall leaves no body of the record in the partner's log, among its arrivals or in the gateway", async () => {
    const [operator, commander, lao] = [
      await open("KH", "operator"),
      await open("KH", "commander"),
      await open("LA", "operator"),
    ];
    const subject = await release(operator, commander, { transport: "river" });
    await until(() => lao.fold.picture.incidents.has(subject), "the incident in Laos");
    await commander.must("release.recall", subject, { reason: "Sent by mistake" });
    await until(
      () => lao.fold.picture.incidents.get(subject)?.sharing === "recalled",
      "the tombstone in Laos",
    );
    const left = `select count(*)::int as count from joint_events
      where subject = $1 and type = 'incident.released' and body is not null`;
    expect(await rows("LA", "ops", left, [subject])).toEqual([{ count: 0 }]);
    const landed = `select count(*)::int as count from exchange.joint_events where body like '%"transport":"river"%'`;
    expect(await rows("LA", "ops", landed)).toEqual([{ count: 0 }]);
    expect(await rows("KH", "gateway", landed)).toEqual([{ count: 0 }]);
    // Cambodia keeps its own record whole.
    expect(await rows("KH", "ops", left, [subject])).toEqual([{ count: 1 }]);
    await until(() => lao.heads?.partner.same === true, "same in Laos after the recall");
  });

  it("a forged event is quarantined, both sides go on with what is theirs, and nobody says same", async () => {
    const [operator, commander, lao] = [
      await open("KH", "operator"),
      await open("KH", "commander"),
      await open("LA", "commander"),
    ];
    // As somebody with all rights on the partner's gateway could write it.
    await rows(
      "LA",
      "gateway",
      `insert into exchange.joint_events (stream, seq, header, body, salt, hash)
       select 'LA.joint', coalesce(max(seq), 0) + 1, '{"v":1}', '{}', repeat('0', 32), repeat('1', 64)
       from exchange.joint_events where stream = 'LA.joint'`,
    );
    await until(() => commander.heads?.partner.held === 1, "a quarantined event in Cambodia");
    expect(commander.heads?.partner.same).toBeUndefined();
    const subject = await release(operator, commander);
    await until(() => lao.fold.picture.incidents.has(subject), "Cambodia's own stream in Laos");
    const own = newSubject("LA");
    await lao.must("incident.report", own, reportBody({ place: { lng: 106.1, lat: 14.2 } }));
    await until(() => lao.fold.picture.incidents.has(own), "Laos' own report in Laos");
  });
});
