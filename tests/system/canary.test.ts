/** Safeguard S12, tested with canaries: nothing of a country's units reaches the partner except what a joint task shows. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { user } from "@/db/schema";
import { newSubject, reportBody, signIn, TestScreen, until } from "@/tests/support/client";
import { startTestServer, type TestServer } from "@/tests/support/server";

/** Longitudes that occur nowhere else, searched for in everything received. */
const places = { base: 105.711711, national: 105.722722, joint: 105.733733, after: 105.744744 };
const [patrol, boat] = [newSubject("LA"), newSubject("LA")];
const callsigns = { patrol: "CANARY-ONE", boat: "CANARY-TWO" };
const nationalCanary = "canary-of-lao-work";

let server: TestServer;
const screens: TestScreen[] = [];
/** Every packet that a screen has received. */
const bytes = new Map<TestScreen, string[]>();

async function open(username: string, screen: "command" | "wall" | "field" = "command"): Promise<TestScreen> {
  const { cookie } = await signIn(server.address, username);
  const dialled = TestScreen.dial(server.address, { screen, cookie });
  const packets: string[] = [];
  bytes.set(dialled, packets);
  screens.push(dialled);
  dialled.socket.io.on("open", () => {
    dialled.socket.io.engine.on("packet", ({ data }: { data?: unknown }) => void packets.push(String(data)));
  });
  await until(() => dialled.pictures.length > 0, `a picture for ${username}`);
  return dialled;
}

const receivedBy = (screen: TestScreen): string => (bytes.get(screen) ?? []).join("\n");
const positionsAt = (screen: TestScreen, lng: number) => receivedBy(screen).includes(String(lng));

let kh: Record<"desk" | "wall" | "field" | "admin", TestScreen>;
let la: Record<"commander" | "operator" | "officer" | "officer2", TestScreen>;

beforeAll(async () => {
  server = await startTestServer();
  kh = {
    desk: await open("kh.commander"),
    wall: await open("kh.wall", "wall"),
    field: await open("kh.officer", "field"),
    admin: await open("kh.admin"),
  };
  const commander = await open("la.commander");
  const register = (unitId: string, callsign: string, kind: string) =>
    commander.must("unit.register", unitId, { callsign, kind, base: { lng: places.base, lat: 14.1 } });
  await register(patrol, callsigns.patrol, "patrol");
  await register(boat, callsigns.boat, "boat");
  const { db } = server.context.connection;
  await db.update(user).set({ unitId: patrol }).where(eq(user.username, "la.officer"));
  await db.update(user).set({ unitId: boat }).where(eq(user.username, "la.officer2"));
  la = {
    commander,
    operator: await open("la.operator"),
    officer: await open("la.officer", "field"),
    officer2: await open("la.officer2", "field"),
  };
});
afterAll(async () => {
  for (const screen of screens) screen.close();
  await server.remove();
});

let second = 0;
/** Sends both units' positions; resolves when a desk of their own country has both, so that the partner has been sent its part. */
async function report(lng: number): Promise<void> {
  second += 1;
  const at = new Date(Date.now() + second * 1_000).toISOString();
  la.officer.socket.emit("position", { unitId: patrol, lng, lat: 14.1, at });
  la.officer2.socket.emit("position", { unitId: boat, lng, lat: 14.2, at });
  const has = (unitId: string) => la.operator.received.some((line) => line.includes(`"${unitId}",${lng}`));
  await until(() => has(patrol) && has(boat), `the own desk has both units at ${lng}`);
}

/** Waits until every Cambodian screen has a new joint incident of Laos, and so everything sent before it. */
async function barrier(): Promise<string> {
  const incident = newSubject("LA");
  await la.operator.must("incident.report", incident, reportBody({ place: { lng: 106, lat: 14.2 } }));
  await la.operator.must("release.request", incident);
  await la.commander.must("release.approve", incident);
  const { desk, wall, field, admin } = kh;
  for (const screen of [desk, wall, field])
    await until(() => screen.fold.picture.incidents.has(incident), "the joint incident");
  const joint = desk.fold.seq("LA.joint");
  await until(() => (admin.heads?.heads["LA.joint"]?.seq ?? 0) >= joint, "the administrator has its heads");
  return incident;
}

describe("S12 a partner's units", () => {
  it("are not in anything Cambodia receives while they register, move and work for their own country", async () => {
    const incident = newSubject("LA");
    const task = newSubject("LA");
    await la.officer.must("duty.start", patrol);
    await la.officer.must("unit.status", patrol, { status: "busy" });
    await la.operator.must(
      "incident.report",
      incident,
      reportBody({ note: { text: nationalCanary, lang: "en" } }),
    );
    await la.commander.must("task.assign", task, { incidentId: incident, unitId: patrol, action: "watch" });
    await la.officer.must("task.acknowledge", task);
    await la.officer.must("task.advance", task, { to: "en_route" });
    await report(places.national);
    await barrier();
    const traces = [patrol, boat, ...Object.values(callsigns), incident, task, nationalCanary];
    for (const screen of Object.values(kh)) {
      const received = receivedBy(screen);
      expect(received.length).toBeGreaterThan(1_000);
      for (const trace of [...traces, ...Object.values(places).map(String)])
        expect(received).not.toContain(trace);
    }
    for (const trace of traces) expect(receivedBy(la.operator)).toContain(trace);
  });

  it("show callsign, kind and state on a joint task, and their position while it is live", async () => {
    const incident = await barrier();
    const task = newSubject("LA");
    const order = { incidentId: incident, unitId: patrol, action: "joint-patrol", shared: true };
    await la.commander.must("task.assign", task, order);
    await la.officer.must("task.acknowledge", task);
    await report(places.joint);
    const { desk, wall, field, admin } = kh;
    await until(() => positionsAt(desk, places.joint) && positionsAt(wall, places.joint), "the position");
    for (const screen of [desk, wall, field]) {
      await until(() => screen.fold.picture.tasks.get(task)?.status === "acknowledged", "the task's state");
      expect(screen.fold.picture.tasks.get(task)?.unit).toEqual({
        callsign: callsigns.patrol,
        kind: "patrol",
      });
      expect([...screen.fold.picture.units.values()].filter(({ country }) => country === "LA")).toEqual([]);
    }
    await la.commander.must("task.cancel", task, { reason: "the patrol is over" });
    await report(places.after);
    await barrier();
    const late = await open("kh.operator");
    await until(() => late.positions !== undefined && late.heads !== undefined, "the late screen's opening");
    for (const screen of [desk, wall, field, admin, late]) {
      expect(positionsAt(screen, places.after)).toBe(false);
      const received = receivedBy(screen);
      for (const trace of [
        boat,
        callsigns.boat,
        String(places.base),
        String(places.national),
        nationalCanary,
      ])
        expect(received).not.toContain(trace);
    }
    for (const screen of [field, admin, late]) expect(positionsAt(screen, places.joint)).toBe(false);
    for (const trace of [patrol, callsigns.patrol]) expect(receivedBy(admin)).not.toContain(trace);
    expect(positionsAt(la.operator, places.after)).toBe(true);
  });
});
