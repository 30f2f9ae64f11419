import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoUnitId } from "@/db/seed/units";
import { type TrackAnswer, trackAnswerSchema } from "@/domain/protocol/down";
import { newSubject, reportBody, TestScreen, until } from "@/tests/support/client";
import { startTestServer, type TestServer } from "@/tests/support/server";

let server: TestServer;
let screens: Record<
  "operator" | "commander" | "wall" | "officer" | "officer2" | "lao" | "laoOfficer",
  TestScreen
>;
const unitId = demoUnitId("STR-21");

beforeAll(async () => {
  server = await startTestServer();
  const open = (username: string, screen: "command" | "wall" | "field" = "command") =>
    TestScreen.open(server.address, username, { screen });
  screens = {
    operator: await open("kh.operator"),
    commander: await open("kh.commander"),
    wall: await open("kh.wall", "wall"),
    officer: await open("kh.officer", "field"),
    officer2: await open("kh.officer2", "field"),
    lao: await open("la.commander"),
    laoOfficer: await open("la.officer", "field"),
  };
});
afterAll(async () => {
  for (const screen of Object.values(screens)) screen.close();
  await server.remove();
});

let sent = 0;
/** The first is from before the joint task, the next from after it; none is too far ahead to be taken. */
function sendPosition(from: TestScreen, parts: object = {}): void {
  sent += 1;
  const at = new Date(Date.now() + (sent - 1) * 20_000).toISOString();
  from.socket.emit("position", { unitId, lng: 106 + sent / 1_000, lat: 13.9, at, ...parts });
}
const latest = (screen: TestScreen) => screen.positions.find(([id]) => id === unitId)?.[1];
const sees = (screen: TestScreen, lng: number) => until(() => latest(screen) === lng, `a position at ${lng}`);

describe("an officer in the field", () => {
  it("A5 sees in full the incidents the unit has a task on, with their history; no other field screen does", async () => {
    const { operator, commander, officer, officer2, laoOfficer } = screens;
    const [incident, task] = [newSubject("KH"), newSubject("KH")];
    await operator.must(
      "incident.report",
      incident,
      reportBody({ note: { text: "by the ferry", lang: "en" } }),
    );
    await until(() => officer.fold.picture.incidents.has(incident), "the redacted incident");
    expect(await officer.history({ subject: incident })).toMatchObject({
      ok: false,
      error: { code: "forbidden" },
    });
    await commander.must("task.assign", task, { incidentId: incident, unitId, action: "rescue" });
    const whole = () => officer.own?.incidents.find(({ id }) => id === incident);
    await until(() => whole() !== undefined, "the incident, whole");
    expect(JSON.stringify(whole()?.national?.notes)).toContain("by the ferry");
    expect(await officer.history({ subject: incident })).toMatchObject({ ok: true });
    expect(await officer2.history({ subject: incident })).toMatchObject({
      ok: false,
      error: { code: "forbidden" },
    });
    expect(await laoOfficer.history({ subject: incident })).toMatchObject({ error: { code: "not-found" } });
    expect(await screens.wall.history({ subject: incident })).toMatchObject({ error: { code: "forbidden" } });
    await commander.must("task.cancel", task, { reason: "not needed" });
    await until(() => whole() === undefined, "no longer shown whole");
    expect(officer2.received.join("\n")).not.toContain("by the ferry");
  });

  it("A9 S12 sends its position to its own desks and walls, and to the partner only on a joint task", async () => {
    const { operator, commander, wall, officer, officer2, lao, laoOfficer } = screens;
    sendPosition(officer);
    await Promise.all([sees(operator, 106.001), sees(wall, 106.001), sees(officer, 106.001)]);
    const incident = newSubject("KH");
    await operator.must("incident.report", incident, reportBody());
    await operator.must("release.request", incident);
    await commander.must("release.approve", incident);
    const task = { incidentId: incident, unitId, action: "joint-patrol", shared: true };
    await commander.must("task.assign", newSubject("KH"), task);
    await until(() => [...lao.fold.picture.tasks.values()].length > 0, "the joint task in Laos");
    expect(latest(lao)).toBeUndefined();
    sendPosition(officer);
    await Promise.all([sees(lao, 106.002), sees(operator, 106.002)]);
    const late = await TestScreen.open(server.address, "la.operator");
    await sees(late, 106.002);
    late.close();
    expect([latest(officer2), latest(laoOfficer)]).toEqual([undefined, undefined]);
  });

  it("A9 cannot send another unit's position, nor an older one, nor one from the future", async () => {
    const { officer, officer2, operator } = screens;
    const before = latest(operator);
    sendPosition(officer2);
    sendPosition(officer, { at: "2020-01-01T00:00:00.000Z" });
    sendPosition(officer, { at: new Date(Date.now() + 3_600_000).toISOString() });
    sendPosition(officer, { lng: 999 });
    sendPosition(officer, { lng: "106" });
    sendPosition(officer, { lng: 106.5 });
    await sees(operator, 106.5);
    expect(before).toBe(106.002);
    const shown = operator.received.filter((line) => line.startsWith("positions")).join("\n");
    // As a whole number between commas: a moment in milliseconds may well hold the same digits.
    for (const refused of ["106.003", "106.004", "106.005", "999"])
      expect(shown).not.toContain(`,${refused},`);
  });
});

describe("a unit's track", () => {
  const track = (screen: TestScreen, query: object = { unitId }) => screen.send<TrackAnswer>("track", query);

  it("A8 is readable by the own country's desks, and reveals to nobody else that the unit exists", async () => {
    const { operator, wall, officer, lao } = screens;
    await server.context.trackRecorder.write();
    const whole = await track(operator);
    if (!whole.ok) throw new Error(whole.error.message);
    expect(trackAnswerSchema.parse(whole)).toEqual(whole);
    expect(whole.points.map(([lng]) => lng)).toEqual([106.001, 106.002, 106.5]);
    const [, second] = whole.points.map(([, , atMs]) => new Date(atMs).toISOString());
    expect(await track(operator, { unitId, from: second, to: second })).toMatchObject({
      points: [whole.points[1]],
    });
    const refusals = [
      await track(wall),
      await track(officer),
      await track(lao),
      await track(lao, { unitId: newSubject("KH") }),
      await track(operator, { unitId: newSubject("KH") }),
      await track(operator, { unitId, since: second }),
    ];
    expect(refusals.map((answer) => (answer.ok ? "ok" : answer.error.code))).toEqual([
      "forbidden",
      "forbidden",
      "not-found",
      "not-found",
      "not-found",
      "invalid",
    ]);
    expect(refusals[2]).toEqual(refusals[3]);
  });
});
