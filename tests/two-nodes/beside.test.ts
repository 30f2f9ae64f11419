/** What crosses beside the log: positions of units on joint tasks, deadline minutes, screens; and what waits for it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoUnitId } from "@/db/seed/units";
import { notYetThere } from "@/domain/freshness/crossing";
import { type Country, countries } from "@/domain/vocabulary";
import { subscriptionNames } from "@/server/link/setup/node-sql";
import { newSubject, reportBody, signIn, TestScreen, until } from "@/tests/support/client";
import { TwoNodes } from "./support/nodes";

let world: TwoNodes;
const screens: TestScreen[] = [];
const patrol = demoUnitId("STR-21");

async function open(name: string, screen: "command" | "wall" | "field" = "command"): Promise<TestScreen> {
  const country = name.startsWith("kh") ? "KH" : "LA";
  const opened = await TestScreen.open(world.servers[country].address, name, { screen });
  screens.push(opened);
  return opened;
}

async function sql(country: Country, query: string, values: unknown[] = []): Promise<unknown[]> {
  return world.nodes[country].ops.admin("ops", async (admin) => (await admin.query(query, values)).rows);
}

/** Stops both directions of the line, or lets them go on. */
async function line(state: "disable" | "enable"): Promise<void> {
  for (const country of countries)
    for (const name of Object.values(subscriptionNames(country)))
      await sql(country, `alter subscription ${name} ${state}`);
}

async function release(operator: TestScreen, commander: TestScreen): Promise<string> {
  const subject = newSubject("KH");
  await operator.must("incident.report", subject, reportBody());
  await operator.must("release.request", subject);
  await commander.must("release.approve", subject);
  return subject;
}

/** The longitude last shown of the unit. */
const shown = (screen: TestScreen) => screen.positions.find(([id]) => id === patrol)?.[1];
const wasSent = (screen: TestScreen, lng: number) =>
  screen.received.some((text) => text.startsWith("positions") && text.includes(String(lng)));
const sees = (screen: TestScreen, lng: number, what: string) => until(() => wasSent(screen, lng), what);

let moves = 0;
function move(officer: TestScreen, lng: number): void {
  moves += 1;
  const at = new Date(Date.now() + moves).toISOString();
  officer.socket.emit("position", { unitId: patrol, lng, lat: 13.9, at });
}

beforeAll(async () => {
  world = await TwoNodes.start({ site: { LA: { clocks: { answer: { urgent: 17 } } } } });
});
afterAll(async () => {
  for (const screen of screens) screen.close();
  await world?.stop();
});

describe("beside the log", () => {
  it("S12 a unit's position crosses only while it is on a joint task, within about a second", async () => {
    const [operator, commander, officer] = [
      await open("kh.operator"),
      await open("kh.commander"),
      await open("kh.officer", "field"),
    ];
    const [lao, laoWall] = [await open("la.operator"), await open("la.wall", "wall")];
    await commander.must("unit.register", patrol, { callsign: "STR-21", kind: "patrol" });
    const incident = await release(operator, commander);
    const national = newSubject("KH");
    await commander.must("task.assign", national, { incidentId: incident, unitId: patrol, action: "patrol" });
    move(officer, 106.0101);
    await sees(operator, 106.0101, "the position at home");
    const joint = newSubject("KH");
    const body = { incidentId: incident, unitId: patrol, action: "joint-patrol", shared: true };
    await commander.must("task.assign", joint, body);
    await until(() => lao.fold.picture.tasks.has(joint), "the joint task in Laos");
    const began = performance.now();
    move(officer, 106.0202);
    await Promise.all([
      sees(lao, 106.0202, "the position on a Lao desk"),
      sees(laoWall, 106.0202, "the position on a Lao wall"),
    ]);
    console.log(`a position crossed in ${Math.round(performance.now() - began)} ms`);
    const late = await open("la.commander");
    await until(() => shown(late) === 106.0202, "the position in a late screen's opening");
    await commander.must("task.cancel", joint, { reason: "not needed" });
    await until(() => lao.fold.picture.tasks.get(joint)?.status === "cancelled", "the end in Laos");
    move(officer, 106.0303);
    await sees(operator, 106.0303, "the later position at home");
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect([wasSent(lao, 106.0101), wasSent(lao, 106.0303), wasSent(late, 106.0303)]).toEqual([
      false,
      false,
      false,
    ]);
    // Nothing of it lies in the partner's database either; the control finds what was meant for it.
    const found = (lng: number) =>
      sql("LA", `select from exchange.notices where payload like '%${lng}%'`).then((rows) => rows.length > 0);
    expect([await found(106.0101), await found(106.0202), await found(106.0303)]).toEqual([
      false,
      true,
      false,
    ]);
    const streams = await sql("LA", "select from exchange.notices where payload like '%national%'");
    expect(streams).toEqual([]);
  });

  it("drops positions that the partner may not send, and counts them", async () => {
    const lao = await open("la.operator");
    const stranger = newSubject("KH");
    const positions = [[stranger, 106.0404, 13.9, Date.now(), null, null]];
    for (const [number, payload] of [
      { v: 1, positions },
      { v: 1, positions: [["x", 999]] },
      "no notice",
    ].entries())
      await world.nodes.KH.gateway.admin("exchange", (admin) =>
        admin.query(
          "insert into exchange.notices (country, kind, number, payload) values ('KH', 'positions', $1, $2)",
          [900_000_000_000 + number, JSON.stringify(payload)],
        ),
      );
    const dropped = async () => {
      const metrics = await (await fetch(`${world.servers.LA.address}/api/metrics`)).text();
      return ["position", "notice"].map(
        (kind) => metrics.match(new RegExp(`dropped_total{kind="${kind}"} (\\d+)`))?.[1],
      );
    };
    let counts = await dropped();
    for (let turn = 0; turn < 50 && counts.join() !== "1,2"; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      counts = await dropped();
    }
    expect(counts).toEqual(["1", "2"]);
    expect(wasSent(lao, 106.0404)).toBe(false);
  });

  it("each side knows the other's screens and deadline minutes", async () => {
    const operator = await open("kh.operator");
    await until(
      () => operator.presence.some(({ country, screen }) => country === "LA" && screen === "wall"),
      "the Lao wall in Cambodia",
    );
    const { address } = world.servers.KH;
    const { cookie } = await signIn(address, "kh.operator");
    const ask = async (path: string) => (await fetch(`${address}${path}`, { headers: { cookie } })).json();
    expect(await ask("/api/link")).toMatchObject({
      clocks: { KH: { answer: { urgent: 240 } }, LA: { answer: { urgent: 17 } } },
    });
    expect(await ask("/api/site")).toMatchObject({
      clocks: { answer: { urgent: 240 } },
      partnerClocks: { answer: { urgent: 17 } },
    });
  });

  it("a release is marked while the line is cut, and no longer once it has arrived", async () => {
    const [operator, commander, lao] = [
      await open("kh.operator"),
      await open("kh.commander"),
      await open("la.commander"),
    ];
    const mark = (id: string) => {
      const entity = operator.fold.picture.incidents.get(id);
      return entity && operator.heads && notYetThere(entity, "KH", operator.heads.partner);
    };
    await line("disable");
    const subject = await release(operator, commander);
    await until(() => operator.heads?.partner.state === "down", "the line down in Cambodia");
    expect([mark(subject), operator.presence.some(({ country }) => country === "LA")]).toEqual([
      "released",
      false,
    ]);
    await line("enable");
    await until(() => lao.fold.picture.incidents.has(subject), "the incident in Laos");
    await until(() => mark(subject) === undefined, "the mark gone");
    expect(operator.heads?.partner.state).not.toBe("down");
  });
});
