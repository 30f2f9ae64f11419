/** The exercise in a real server: it plays on both sides, and people's positions take precedence over the script's. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoUnitId } from "@/db/seed/units";
import type { Positions } from "@/domain/protocol/down";
import { TestScreen, until } from "../support/client";
import { startTestServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ SEKONG_EXERCISE: "on" });
});
afterAll(() => server.remove());

test("incidents and positions reach both sides, and a person's position replaces the script's", async () => {
  const [kh, la] = await Promise.all([
    TestScreen.open(server.address, "kh.commander"),
    TestScreen.open(server.address, "la.commander"),
  ]);
  const received: Positions = [];
  kh.socket.on("positions", (positions) => void received.push(...positions));
  const latest = (callsign: string) => received.findLast(([unit]) => unit === demoUnitId(callsign));
  await until(() => latest("STR-21") !== undefined, "the unit reports");
  await until(() => kh.fold.picture.incidents.size > 0 && la.fold.picture.incidents.size > 0, "incidents");

  const officer = await TestScreen.open(server.address, "kh.officer", { screen: "field" });
  const unitId = demoUnitId("STR-21");
  const place = { lng: 106.123, lat: 13.456 };
  officer.socket.emit("position", { unitId, ...place, at: new Date(Date.now() + 1).toISOString() });
  await until(() => latest("STR-21")?.[1] === place.lng, "the person's position");
  const before = received.length;
  const reportsOf = (callsign: string) =>
    received.slice(before).filter(([unit]) => unit === demoUnitId(callsign)).length;
  await until(() => reportsOf("STR-24") >= 2, "others report on");
  expect(reportsOf("STR-21")).toBe(0);

  officer.close();
  await until(() => reportsOf("STR-21") > 0, "the script takes the unit up again");
  expect(server.logs.filter(({ msg }) => msg === "the exercise skipped a step")).toEqual([]);
  expect([...kh.faults, ...la.faults]).toEqual([]);
  kh.close();
  la.close();
});
