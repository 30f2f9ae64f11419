/** The exercise on two nodes: each plays its own country's part and learns of the other's through the link only. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { isIncident } from "@/domain/incident/schema";
import { type Country, countries } from "@/domain/vocabulary";
import { TestScreen, until } from "@/tests/support/client";
import { TwoNodes } from "./support/nodes";

/** Script minutes in a second. */
const exerciseSpeed = 10;
/** The other node hears of a screen's end with the next heartbeat. */
const heartbeatsMs = 5_000;

let world: TwoNodes;

beforeAll(async () => {
  world = await TwoNodes.start({ exerciseSpeed });
});
afterAll(() => world?.stop());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Every event in a node's log, by stream and the actor's country. */
async function writers(country: Country): Promise<{ stream: string; country: string; count: number }[]> {
  const counted = (table: string) =>
    `select stream, header::json->'actor'->>'country' as country, count(*)::int as count from ${table} group by 1, 2`;
  const query = `${counted("joint_events")} union all ${counted("national_events")} order by 1, 2`;
  return world.nodes[country].ops.admin("ops", async (admin) => (await admin.query(query)).rows);
}

it("plays on both while one side is watched, pauses on both when none is, and both hold the same", async () => {
  const { KH, LA } = world.servers;
  expect(KH.context.hub.screens).toHaveLength(0);
  const screen = await TestScreen.open(KH.address, "kh.commander");
  const { picture } = screen.fold;
  const requests = () => [...picture.requests.values()];
  // What Laos answers and asks, with no screen of its own.
  await until(
    () => requests().some(({ from, status }) => from === "KH" && status !== "made"),
    "an answer of Laos",
  );
  await until(
    () => requests().some(({ from, status }) => from === "LA" && status !== "made"),
    "a request of Laos",
  );
  const incidents = () => [...picture.incidents.values()].filter(isIncident);
  await until(
    () => incidents().some(({ owner, acknowledged }) => owner === "KH" && acknowledged.LA !== undefined),
    "an incident of Cambodia that Laos has read",
  );
  await until(() => [...picture.tasks.values()].some(({ country }) => country === "LA"), "a task of Laos");
  screen.close();

  await pause(heartbeatsMs);
  const vectors = () => [KH, LA].map(({ context }) => context.feed.vector);
  const stopped = JSON.stringify(vectors());
  await pause(2_000);
  expect(JSON.stringify(vectors())).toBe(stopped);

  for (const country of countries) {
    const written = await writers(country);
    expect(written.every((one) => one.stream.startsWith(one.country))).toBe(true);
    const foreign = written.filter(({ stream }) => !stream.startsWith(country));
    expect(foreign.map(({ stream }) => stream)).toEqual([country === "KH" ? "LA.joint" : "KH.joint"]);
    expect(foreign.every(({ count }) => count > 3)).toBe(true);
  }
  const [there, here] = [LA, KH].map((server) => [...server.context.views.values()][0]);
  expect(there?.mark("full").digest).toBe(here?.mark("full").digest);
  expect(screen.faults).toEqual([]);
  for (const server of [KH, LA])
    expect(server.logs.filter(({ msg }) => msg === "the exercise skipped a step")).toEqual([]);
});
