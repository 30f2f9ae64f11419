import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jointStreams } from "@/domain/envelope";
import { newSubject, reportBody, signIn, TestScreen, until } from "@/tests/support/client";
import { startTestServer, type TestServer } from "@/tests/support/server";

let server: TestServer;
const screens: TestScreen[] = [];

async function open(
  ...args: Parameters<typeof TestScreen.open> extends [string, ...infer Rest] ? Rest : never
) {
  const screen = await TestScreen.open(server.address, ...args);
  screens.push(screen);
  return screen;
}

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  for (const screen of screens) screen.close();
  await server.remove();
});

const jointEventsOf = (screen: TestScreen) =>
  jointStreams.map((stream) =>
    screen.events.filter((event) => event.stream === stream).map(({ hash }) => hash),
  );

async function release(subject: string, operator: TestScreen, commander: TestScreen): Promise<void> {
  await operator.must("release.request", subject);
  await commander.must("release.approve", subject);
}

describe("two centres and one picture", () => {
  it("D1 sends both centres the same joint events in the same order, and both fold the same digest", async () => {
    const [kh, la] = [await open("kh.commander"), await open("la.commander")];
    const [khOperator, laOperator] = [await open("kh.operator"), await open("la.operator")];
    const work: Promise<void>[] = [];
    for (let round = 0; round < 8; round += 1) {
      const [khSubject, laSubject] = [newSubject("KH"), newSubject("LA")];
      work.push(
        khOperator
          .must("incident.report", khSubject, reportBody())
          .then(() => release(khSubject, khOperator, kh))
          .then(() => la.must("incident.acknowledge", khSubject)),
        laOperator
          .must("incident.report", laSubject, reportBody({ place: { lng: 105.9, lat: 14.2 } }))
          .then(() => release(laSubject, laOperator, la))
          .then(() => kh.must("incident.acknowledge", laSubject)),
      );
    }
    await Promise.all(work);
    await until(() => kh.same && la.same, "both centres hold the server's heads and digest");
    expect(kh.fold.mark).toEqual(la.fold.mark);
    expect(jointEventsOf(kh)).toEqual(jointEventsOf(la));
    expect(jointEventsOf(kh).map((hashes) => hashes.length)).toEqual([16, 16]);
    expect([...kh.faults, ...la.faults]).toEqual([]);
    expect(kh.heads?.partner).toMatchObject({ state: "shared", same: true });
  });

  it("A2 gives walls and field screens a redacted picture with the same digest", async () => {
    const wall = await open("kh.wall", { screen: "wall" });
    const field = await open("kh.officer", { screen: "field" });
    const subject = newSubject("KH");
    await field.must("incident.report", subject, reportBody({ note: { text: "in confidence", lang: "en" } }));
    await until(() => wall.same && field.same, "wall and field screen are the same as the server");
    expect(wall.fold.mark).toEqual(field.fold.mark);
    await until(() => wall.fold.picture.incidents.has(subject), "the wall shows the incident");
    expect(wall.fold.picture.incidents.get(subject)).not.toHaveProperty("national");
    expect(wall.received.join("\n")).not.toContain("in confidence");
    await until(
      () => field.own?.incidents.some(({ id }) => id === subject) ?? false,
      "the officer's own, whole",
    );
    expect([...wall.faults, ...field.faults]).toEqual([]);
  });

  it("A4 sends an administrator units and heads, and no incident", async () => {
    const admin = await open("kh.admin");
    expect(admin.fold.picture.incidents.size).toBe(0);
    expect(admin.fold.picture.units.size).toBeGreaterThan(0);
    const operator = await open("kh.operator2");
    const subject = newSubject("KH");
    await operator.must("incident.report", subject, reportBody());
    await until(() => operator.fold.picture.incidents.has(subject), "the desk sees the report");
    expect(admin.received.join("\n")).not.toContain(subject);
  });

  it("sends every screen the presence of all screens", async () => {
    const [kh, la] = [await open("kh.commander2"), await open("la.commander2")];
    const laDesks = () => kh.presence.find(({ country, screen }) => country === "LA" && screen === "command");
    await until(
      () => (laDesks()?.count ?? 0) >= 2 && laDesks()?.same === true,
      "the other centre's desks, all same",
    );
    expect(laDesks()).toMatchObject({ behind: 0 });
    await until(() => JSON.stringify(la.presence) === JSON.stringify(kh.presence), "both are told the same");
  });
});

describe("what is national", () => {
  const canary = "canary-7f3a91";

  it("A3 S5 is in nothing that a client of the other country receives", async () => {
    const kh = await open("kh.operator");
    const la = await open("la.commander");
    const laWall = await open("la.wall", { screen: "wall" });
    const laOfficer = await open("la.officer", { screen: "field" });
    const subject = newSubject("KH");
    await kh.must("incident.report", subject, reportBody({ note: { text: canary, lang: "en" } }));
    await kh.must("incident.note", subject, { text: { text: `${canary} again`, lang: "en" } });
    await kh.must("incident.verify", subject);
    const entity = kh.fold.picture.incidents.get(subject);
    const ref = entity?.ref ?? "no ref";
    const asked = await Promise.all([
      la.history({ subject }),
      la.command("incident.acknowledge", subject),
      la.command("incident.note", subject, { text: { text: "?", lang: "en" } }),
      la.command("release.approve", subject),
    ]);
    expect(asked.map((answer) => (answer.ok ? "ok" : answer.error.code))).toEqual([
      "not-found",
      "not-found",
      "not-found",
      "not-found",
    ]);
    const unknown = await la.command("incident.acknowledge", newSubject("KH"));
    expect(asked[1]).toEqual(unknown);
    const { cookie } = await signIn(server.address, "la.commander");
    const pages = await Promise.all(
      ["/api/session", "/api/health", "/api/metrics", "/"].map((path) =>
        fetch(server.address + path, { headers: { cookie } }).then((response) => response.text()),
      ),
    );
    await until(() => la.same && laWall.same && laOfficer.same, "the Lao screens have had their heads");
    const everything = [la, laWall, laOfficer]
      .flatMap(({ received }) => received)
      .concat(pages)
      .join("\n");
    for (const trace of [canary, subject, ref]) expect(everything).not.toContain(trace);
    expect(kh.received.join("\n")).toContain(canary);
  });
});
