import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Vector } from "@/domain/envelope";
import { newSubject, reportBody, signIn, TestScreen, until } from "@/tests/support/client";
import { startTestServer, type TestServer } from "@/tests/support/server";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.remove());

describe("a screen that connects under load", () => {
  it("R1 misses nothing and receives nothing twice, with any vector, desk and wall alike", async () => {
    const operator = await TestScreen.open(server.address, "kh.operator");
    const cookies = {
      command: (await signIn(server.address, "kh.commander")).cookie,
      wall: (await signIn(server.address, "kh.wall")).cookie,
    };
    let stop = false;
    const worker = async () => {
      while (!stop) await operator.must("incident.report", newSubject("KH"), reportBody());
    };
    const workers = Promise.all([worker(), worker(), worker(), worker()]);
    const late: TestScreen[] = [];
    const held: Vector = { "KH.national": 12 };
    for (let round = 0; round < 12; round += 1) {
      for (const screen of ["command", "wall"] as const) {
        const came = await TestScreen.open(server.address, screen, { screen, cookie: cookies[screen] });
        late.push(came);
        // Closed below Socket.IO, as when a connection is lost: the client reconnects with its vector.
        if (round % 3 === 0) came.socket.io.engine.close();
      }
      const resumed = TestScreen.dial(server.address, { cookie: cookies.command, vector: held });
      await until(() => resumed.pictures.length > 0, "a resume");
      expect(resumed.pictures[0]).toMatchObject({ mode: "resume", vector: held });
      await until(() => resumed.events.length > 0, "the missing events");
      expect(resumed.events[0]?.seq).toBe(13);
      resumed.close();
    }
    stop = true;
    await workers;
    await until(() => late.every((screen) => screen.same), "all are the same in the end");
    expect(late.flatMap(({ faults }) => faults)).toEqual([]);
    for (const screen of [...late, operator]) screen.close();
  });
});

describe("a recalled incident", () => {
  it("A6 S10 is a tombstone for the partner, and neither its history nor a resume contains its content", async () => {
    const canary = "concealed-in-5d21";
    const [operator, commander] = [
      await TestScreen.open(server.address, "kh.operator"),
      await TestScreen.open(server.address, "kh.commander"),
    ];
    const before = await TestScreen.open(server.address, "la.commander");
    const held = before.fold.vector;
    const subject = newSubject("KH");
    const drugs = [{ substance: "heroin", quantity: 2, unit: "kg", concealment: canary }];
    await operator.must("incident.report", subject, reportBody({ drugs }));
    await operator.must("release.request", subject);
    await commander.must("release.approve", subject);
    await until(() => before.received.join().includes(canary), "the partner has read it");
    before.close();
    await commander.must("release.recall", subject, { reason: "a source is in danger" });
    const after = await TestScreen.open(server.address, "la.operator", { vector: held });
    const wall = await TestScreen.open(server.address, "la.wall", { screen: "wall", vector: held });
    await until(() => after.events.length >= 2 && wall.events.length >= 2, "the resumes");
    const history = await after.history({ subject });
    if (!history.ok) throw new Error("history");
    expect(history.events.map(({ type }) => type)).toEqual(["release.recalled", "incident.released"]);
    expect(history.events[1]).toMatchObject({ body: null });
    expect(history.events[1]).not.toHaveProperty("salt");
    for (const screen of [after, wall]) expect(screen.received.join("\n")).not.toContain(canary);
    const own = await commander.history({ subject });
    expect(JSON.stringify(own)).toContain(canary);
    for (const screen of [operator, commander, after, wall]) screen.close();
  });
});
