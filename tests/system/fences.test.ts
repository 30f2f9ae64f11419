import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoUnitId } from "@/db/seed/units";
import { fencesSchema, type SeenAnswer } from "@/domain/protocol/down";
import type { Screen } from "@/domain/protocol/up";
import { newSubject, TestScreen, until } from "@/tests/support/client";
import { startTestServer, type TestServer, temporaryFolder } from "@/tests/support/server";

const { folder, remove } = temporaryFolder();
const start = () => startTestServer({ SEKONG_DATA: folder });
const unitId = demoUnitId("STR-21");
const ring = [
  [106, 14],
  [106.2, 14],
  [106.2, 14.2],
  [106, 14.2],
  [106, 14],
];
const closedForest = {
  ...{ shape: "area", geometry: { type: "Polygon", coordinates: [ring] }, label: "Closed forest" },
  fence: ["enter", "leave"],
};

let server: TestServer;
beforeAll(async () => {
  server = await start();
});
afterAll(async () => {
  await server.remove();
  remove();
});

const open = (username: string, screen: Screen = "command") =>
  TestScreen.open(server.address, username, { screen });
const told = (screen: TestScreen) =>
  screen.fences?.map(({ warning, callsign, label }) => [warning, callsign, label]);

let second = 0;
/** Sends a fix and waits until the desk has it, since only the latest of a unit is sent on. */
async function move(officer: TestScreen, lng: number, accuracyM = 10): Promise<void> {
  second += 1;
  const at = Date.now() - 600_000 + second * 1_000;
  const fix = { unitId, lng, lat: 14.1, accuracyM, at: new Date(at).toISOString() };
  officer.socket.emit("position", fix);
  await until(() => officer.positions.some((position) => position[3] === at), "the position is shown");
}
const [outside, inside] = [105.9, 106.1];

describe("R10 a watched area", () => {
  it("is judged while no desk is there, told to the next one, and cleared for the centre by a desk that saw it", async () => {
    const commander = await open("kh.commander");
    await commander.must("drawing.put", newSubject("KH"), closedForest);
    commander.close();
    const officer = await open("kh.officer", "field");
    for (const lng of [outside, inside, inside]) await move(officer, lng);
    // Neither a fix that may be 1 500 m off, nor one single fix, brings it out again.
    for (const [lng, accuracyM] of [
      [105.99, 1_500],
      [105.99, 1_500],
      [outside, 10],
      [inside, 10],
    ] as const)
      await move(officer, lng, accuracyM);
    const [operator, other, auditor, wall, lao] = await Promise.all([
      open("kh.operator"),
      open("kh.commander"),
      open("kh.auditor"),
      open("kh.wall", "wall"),
      open("la.commander"),
    ]);
    await until(() => told(operator)?.length === 1, "the operator is told");
    expect(told(operator)).toEqual([["enter", "STR-21", "Closed forest"]]);
    expect(fencesSchema.parse(operator.fences)).toEqual(other.fences);
    expect([told(auditor)?.length, wall.fences, officer.fences, lao.fences]).toEqual([
      1,
      undefined,
      undefined,
      [],
    ]);
    const ids = operator.fences?.map(({ id }) => id) ?? [];
    for (const screen of [auditor, wall, officer])
      expect(await screen.send<SeenAnswer>("fences-seen", { ids })).toMatchObject({
        error: { code: "forbidden", reason: "role-may-not" },
      });
    for (const payload of [{}, { ids: [] }, { ids: ["x"] }, null])
      expect(await operator.send<SeenAnswer>("fences-seen", payload)).toMatchObject({
        error: { code: "invalid", path: "ids" },
      });
    expect(await lao.send<SeenAnswer>("fences-seen", { ids })).toEqual({ ok: true });
    expect(told(other)).toHaveLength(1);
    expect(await operator.send<SeenAnswer>("fences-seen", { ids })).toEqual({ ok: true });
    await until(() => told(other)?.length === 0 && told(auditor)?.length === 0, "nobody is told any more");
    for (const screen of [officer, operator, other, auditor, wall, lao]) screen.close();
  });

  it("is told after a restart too, and its notice is in nobody's log", async () => {
    const officer = await open("kh.officer", "field");
    for (const lng of [outside, outside]) await move(officer, lng);
    const before = await open("kh.operator");
    await until(() => told(before)?.length === 1, "told before the restart");
    const seqs = before.fold.vector;
    for (const screen of [officer, before]) screen.close();
    await server.stop();
    server = await start();
    const after = await open("kh.operator");
    await until(() => told(after)?.length === 1, "told after the restart");
    expect([told(after), after.fold.vector]).toEqual([[["leave", "STR-21", "Closed forest"]], seqs]);
    after.close();
  });
});

describe("a screen whose browser holds its sound back", () => {
  it("is counted in what every screen of both countries is told", async () => {
    const [operator, wall, lao] = await Promise.all([
      open("kh.operator"),
      open("kh.wall", "wall"),
      open("la.commander"),
    ]);
    const row = (screen: TestScreen) =>
      screen.presence.find((one) => one.country === "KH" && one.screen === "wall");
    const say = (silent: boolean) => {
      const held = { vector: wall.fold.vector, fold: wall.fold.mark };
      wall.socket.emit("applied", silent ? { ...held, silent: true } : held);
    };
    await until(() => row(lao)?.count === 1 && wall.same, "the wall is there");
    // The test's own client reports at every heads message; from now on only this test speaks for the wall.
    wall.report = () => undefined;
    say(true);
    await until(() => row(lao)?.silent === 1 && row(operator)?.silent === 1, "the wall is said to be silent");
    say(false);
    await until(() => row(lao) !== undefined && !("silent" in (row(lao) ?? {})), "the wall is heard again");
    for (const screen of [operator, wall, lao]) screen.close();
  });
});
