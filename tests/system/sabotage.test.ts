import { afterEach, describe, expect, it } from "vitest";
import { isIncident } from "@/domain/incident/schema";
import { type Evolve, evolve } from "@/domain/picture";
import { newSubject, reportBody, TestScreen, until } from "@/tests/support/client";
import { startTestServer, type TestServer } from "@/tests/support/server";

/** A wrong fold: a released incident loses its impact. */
function sabotage(isOn: () => boolean): Evolve {
  return (picture, event) => {
    const change = evolve(picture, event);
    if (!isOn() || change.collection !== "incidents" || event.type !== "incident.released") return change;
    const { after } = change;
    return isIncident(after) ? { ...change, after: { ...after, impact: "low" } } : change;
  };
}

let server: TestServer | undefined;
const screens: TestScreen[] = [];

async function open(
  username: string,
  options: Parameters<typeof TestScreen.open>[2] = {},
): Promise<TestScreen> {
  if (!server) throw new Error("no server");
  const screen = await TestScreen.open(server.address, username, options);
  screens.push(screen);
  return screen;
}

afterEach(async () => {
  for (const screen of screens.splice(0)) screen.close();
  await server?.remove();
});

async function releaseOne(): Promise<string> {
  const [operator, commander] = [await open("kh.operator"), await open("kh.commander")];
  const subject = newSubject("KH");
  await operator.must("incident.report", subject, reportBody());
  await operator.must("release.request", subject);
  await commander.must("release.approve", subject);
  return subject;
}

const impactOn = (screen: TestScreen, subject: string) => {
  const incident = screen.fold.picture.incidents.get(subject);
  return isIncident(incident) ? incident.impact : undefined;
};
const findings = () => (server?.logs ?? []).flatMap((line) => (line.finding ? [line.finding] : []));

describe("the same picture", () => {
  it("D4 is not claimed by a screen whose fold is wrong, until it reloads; the server audits itself and finds no fault", async () => {
    server = await startTestServer();
    const broken = await open("la.commander", { evolveWith: sabotage(() => true) });
    const subject = await releaseOne();
    await until(() => broken.differed > 0, "the screen notices");
    expect(broken.same).toBe(false);
    await until(() => findings().length > 0, "the server has checked itself");
    expect(findings()[0]).toMatchObject({
      wrong: false,
      evidence: { source: "screen", theirs: broken.fold.mark.digest },
    });
    broken.reload();
    await until(() => broken.same, "the reloaded screen is the same");
    expect(impactOn(broken, subject)).toBe("high");
  });

  it("D3 D4 is claimed by no screen of a process whose fold is wrong, until it has repaired itself from the log", async () => {
    let isOn = true;
    server = await startTestServer({}, { evolveWith: sabotage(() => isOn) });
    const desk = await open("la.commander");
    const wall = await open("la.wall", { screen: "wall" });
    const subject = await releaseOne();
    await until(
      () => wall.fold.picture.incidents.has(subject),
      "the wall shows what the wrong fold makes of it",
    );
    isOn = false;
    await until(
      () => findings().some((finding) => JSON.stringify(finding).includes('"wrong":true')),
      "the server finds itself wrong",
    );
    await until(
      () => desk.differed > 0 && wall.differed > 0,
      "desk and wall have said that they are not the same",
    );
    await until(() => desk.same && wall.same, "all are the same again");
    expect([impactOn(desk, subject), impactOn(wall, subject)]).toEqual(["high", "high"]);
    const late = await open("la.operator");
    await until(() => late.same, "a new screen is the same");
    expect(impactOn(late, subject)).toBe("high");
    const { pipeline, views } = server.context;
    const view = views.get("LA");
    await until(
      () => pipeline.markOf("LA").digest === view?.mark("full").digest,
      "decisions are made on the mended fold",
    );
  });
});
