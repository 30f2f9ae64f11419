/** Each country's node plays its own part and learns of the other's by what crosses. */
import { describe, expect, it, test } from "vitest";
import { collections } from "@/domain/picture";
import { countries } from "@/domain/vocabulary";
import { never, once, person, Stage, story } from "@/tests/support/exercise";
import { StageApart } from "@/tests/support/exercise-apart";
import { archiveAfterMs } from "./player";
import { beginnings, roundMinutes } from "./scenario";
import { proposal, served } from "./scenario/response";
import { close, own, read } from "./scenario/story";
import { isOfStory, thingSubject } from "./subjects";

const wholeRound = roundMinutes + 600;
const untilArchived = archiveAfterMs / 1_000 + 200;

const counted = (types: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const type of types) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
};
const markOf = (stage: StageApart, country: (typeof countries)[number]) =>
  stage.world.nodes[country].fold.mark;

const released = [own(1, "operator", "release.request"), own(1, "commander", "release.approve", {})];

/** What the countries hold beside their units. */
const left = (stage: StageApart): string[] =>
  countries.flatMap((country) =>
    collections.flatMap((name) =>
      name === "units"
        ? []
        : [...stage.picture(country)[name].keys()].map((id) => `${country} ${name} ${id}`),
    ),
  );

describe("a round on two nodes", () => {
  const together = new Stage(beginnings, never);
  together.run(wholeRound);

  it.each([
    { KH: 0, LA: 0 },
    { KH: 0, LA: 9 },
    { KH: 15, LA: 0 },
  ])("goes as on one, without a shared clock: begun later by $KH and $LA minutes", (later) => {
    const apart = new StageApart(beginnings, never, later);
    apart.run(wholeRound);
    expect(apart.refused).toEqual([]);
    const types = apart.sent.map(({ type }) => type);
    expect(counted(types)).toEqual(counted(together.types()));
    expect(markOf(apart, "KH")).toEqual(markOf(apart, "LA"));
    apart.run(untilArchived);
    expect(left(apart)).toEqual([]);
  });
});

test("each player gives commands of its own country only, and each country's events are its own node's", () => {
  const stage = new StageApart();
  const given = new Map<string, Set<string>>();
  for (const country of countries) {
    const { players } = stage;
    const due = players[country].due.bind(players[country]);
    given.set(country, new Set());
    players[country].due = (time) => {
      const submissions = due(time);
      for (const { account } of submissions) given.get(country)?.add(account.country);
      return submissions;
    };
  }
  stage.run(400);
  for (const country of countries) {
    expect([...(given.get(country) ?? [])]).toEqual([country]);
    const { own: events } = stage.world.nodes[country];
    expect(events.every(({ actor, stream }) => actor.country === country && stream.startsWith(country))).toBe(
      true,
    );
  }
});

describe("a cut", () => {
  it.each([
    [30, 60],
    [100, 20],
    [200, 400],
    [50, 1_000],
  ])("that begins at minute %i and lasts %i leaves nothing open, and the exercise goes on", (from, lasts) => {
    const stage = new StageApart(beginnings, never);
    stage.run(from);
    stage.isCut = true;
    const known = stage.sent.length;
    stage.run(lasts);
    for (const country of countries)
      expect(stage.sent.slice(known).some((one) => one.country === country)).toBe(true);
    stage.isCut = false;
    const during = stage.sent.length;
    stage.run(wholeRound - from);
    const after = new Set(stage.sent.slice(during).map(({ type }) => type));
    for (const type of ["request.accept", "incident.acknowledge"]) expect(after).toContain(type);
    expect([stage.players.KH.live, stage.players.LA.live]).toEqual([0, 0]);
    expect(markOf(stage, "KH")).toEqual(markOf(stage, "LA"));
    stage.run(untilArchived);
    expect(left(stage)).toEqual([]);
  });

  const service = { action: "watch", unit: ["CHA-07"], result: "Nothing." } as const;
  const asking = [...released, ...served("own", 1, "r", service), close(10, "resolved")];

  it("lets both sides go through with what is theirs", () => {
    const stage = new StageApart(once(story("one", asking)), never);
    stage.run(15);
    stage.isCut = true;
    stage.run(400);
    expect(stage.types("KH").slice(-2)).toEqual(["request.withdraw", "incident.close"]);
    expect(stage.types("LA").at(-1)).toBe("request.complete");
    stage.isCut = false;
    stage.run(60);
    expect(stage.refused).toEqual([]);
    expect(markOf(stage, "KH")).toEqual(markOf(stage, "LA"));
  });

  it("through which one side paused ends its part once it sees that the incident is closed", () => {
    const stage = new StageApart(once(story("one", asking)), never);
    stage.run(25);
    stage.isCut = true;
    stage.paused.add("LA");
    stage.run(400);
    stage.isCut = false;
    stage.paused.clear();
    stage.run(10);
    expect(stage.types("LA").at(-1)).toBe("task.cancel");
    expect(stage.refused).toEqual([]);
    stage.run(untilArchived);
    expect(left(stage)).toEqual([]);
  });

  it("lets the owner decline a proposal that arrives after its storyline has ended", () => {
    const steps = [...released, ...proposal(20, "p", { impact: "high" }), close(10, "resolved")];
    const stage = new StageApart(once(story("one", steps)), never);
    stage.run(6);
    stage.isCut = true;
    stage.run(120);
    expect(stage.types("KH").at(-1)).toBe("incident.close");
    expect(stage.types("LA")).toEqual(["proposal.make"]);
    stage.isCut = false;
    stage.run(30);
    expect(stage.types("KH").at(-1)).toBe("proposal.decline");
    stage.run(untilArchived);
    expect(left(stage)).toEqual([]);
  });
});

describe("people", () => {
  it("who act on an incident on either side have it for themselves on both", () => {
    const steps = [...released, ...read(30), close(60, "resolved")];
    for (const country of countries) {
      const stage = new StageApart(once(story("one", steps)), never);
      stage.run(8);
      const [subject = ""] = stage.picture("KH").incidents.keys();
      const acts = { KH: "incident.take", LA: "incident.acknowledge" } as const;
      const command = { id: "", type: acts[country], subject, body: {} };
      expect(stage.act(command, person("operator", country)).ok).toBe(true);
      const known = stage.sent.length;
      stage.run(400);
      expect(stage.sent).toHaveLength(known);
    }
  });

  it("who release an incident of their own get no answer from the script", () => {
    const stage = new StageApart([], never);
    const subject = "KH-00000000-0000-4000-8000-00000000abcd";
    const report = { ...story("one", []).report, occurredAt: "2026-11-23T07:00:00.000Z" };
    const operator = person("operator");
    const act = (
      type: "incident.report" | "release.request" | "release.approve",
      body: unknown,
      by = operator,
    ) => expect(stage.act({ id: "", type, subject, body }, by).ok).toBe(true);
    act("incident.report", report);
    act("release.request", {});
    act("release.approve", {}, person("commander"));
    stage.run(200);
    expect(stage.picture("LA").incidents.has(subject)).toBe(true);
    expect(stage.sent).toEqual([]);
  });
});

test("a storyline is known by its incident's subject, and what belongs to it by name", () => {
  const stage = new StageApart(once(story("one", [])), never);
  stage.run(3);
  const [subject = ""] = stage.picture("KH").incidents.keys();
  expect(isOfStory(subject, "one")).toBe(true);
  expect(isOfStory(subject, "two")).toBe(false);
  expect(isOfStory("KH-00000000-0000-4000-8000-00000000abcd", "one")).toBe(false);
  const subjects = countries.flatMap((country) =>
    ["a", "b"].map((name) => thingSubject(country, subject, name)),
  );
  expect(new Set(subjects).size).toBe(4);
  expect(subjects[0]?.slice(3)).toBe(subjects[2]?.slice(3));
});
