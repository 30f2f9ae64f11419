import { describe, expect, test } from "vitest";
import { World } from "@/tests/simulation/world";
import { account, atStart, flood, outcomeOf, Stage, subject } from "@/tests/support/given";
import { alarmSubject } from "../clock/clock";
import { clocksOf } from "../clock/clocks";
import { isUnread, needOf } from "../pending-actions/needs";
import { takeoversOf } from "../takeover";
import { type Country, countries, impacts, kinds } from "../vocabulary";
import { isGraver } from "./graver";
import { isIncident } from "./schema";

const officer = account("KH", "officer");
const operator = account("KH", "operator");
const commander = account("KH", "commander");
const lao = account("LA", "operator");
const laoCommander = account("LA", "commander");
const low = { ...flood, impact: "low" };

/** A low flood that was released and that Laos has read. */
const read = () => new Stage().released(low).do(lao, "incident.acknowledge");
const revise = (changes: object) => ["incident.revise", { changes }] as const;
const pictureOf = (stage: Stage, country: Country) => stage.nodes[country].fold.picture;
const readings = (stage: Stage) =>
  clocksOf(pictureOf(stage, "LA")).filter(({ kind }) => kind === "partner-reads");
const takesOver = (stage: Stage, country: Country) => takeoversOf(pictureOf(stage, country), country);

describe("K13 what makes an incident graver", () => {
  const calm = { kind: "flood", impact: "medium" } as const;
  test.each([
    ["danger to life", { dangerToLife: true }],
    ["a pursuit", { kind: "pursuit" }],
    ["a higher impact", { impact: "high" }],
    ["a seizure", { kind: "drug-seizure" }],
    ["a rescue", { kind: "rescue" }],
    ["trafficking", { kind: "child-at-risk" }],
    ["possible victims among the people", { people: [{ role: "possible-victim", count: 2 }] }],
  ] as const)("is %s", (_, change) => {
    const after = { ...calm, ...change } as Parameters<typeof isGraver>[1];
    expect(isGraver(calm, after)).toBe(true);
    expect(isGraver(after, calm)).toBe(false);
  });

  test("is nothing that leaves it as grave as it was", () => {
    for (const kind of kinds)
      for (const impact of impacts) expect(isGraver({ kind, impact }, { kind, impact })).toBe(false);
    const danger = { ...calm, dangerToLife: true } as const;
    expect(isGraver(danger, { ...danger, kind: "rescue" })).toBe(false);
    expect(
      isGraver(calm, {
        ...calm,
        people: [{ role: "suspect", count: 9, sex: "unknown", ageBand: "unknown" }],
      }),
    ).toBe(false);
  });
});

describe("K13 a reading goes out of date", () => {
  test.each([
    ["danger to life", revise({ dangerToLife: true }), "danger-to-life", 5],
    ["a pursuit", revise({ kind: "pursuit" }), "pursuit", 2],
    ["a seizure", revise({ kind: "drug-seizure" }), undefined, 30],
    ["a higher impact", revise({ impact: "high" }), undefined, undefined],
  ] as const)("when a desk revises it to %s", (_, [type, body], why, minutes) => {
    const stage = read().do(operator, type, body);
    const { raised, acknowledged } = stage.incident("LA");
    expect(raised).toMatchObject({ stream: "KH.joint", seq: stage.nodes.KH.fold.seq("KH.joint") });
    expect(acknowledged.LA).toBeUndefined();
    expect(acknowledged.KH).toBeDefined();
    expect([isUnread(stage.incident("LA"), "LA"), isUnread(stage.incident("KH"), "KH")]).toEqual([
      true,
      false,
    ]);
    expect(needOf(stage.incident("LA"), lao)).toBe("read");
    expect(takesOver(stage, "LA").map((one) => [one.why, one.since])).toEqual(why ? [[why, raised?.at]] : []);
    expect(takesOver(stage, "KH")).toEqual([]);
    const expected = minutes ? [{ due: "LA", startedAt: raised?.at, minutes }] : [];
    expect(
      readings(stage).map(({ due, startedAt, dueAt }) => ({
        due,
        startedAt,
        minutes: (Date.parse(dueAt) - Date.parse(startedAt)) / 60_000,
      })),
    ).toEqual(expected);

    stage.do(lao, "incident.acknowledge");
    expect([takesOver(stage, "LA"), readings(stage), isUnread(stage.incident("LA"), "LA")]).toEqual([
      [],
      [],
      false,
    ]);
    expect(outcomeOf(stage.run(lao, "incident.acknowledge"))).toBe("already-read");
    expect(stage.nodes.KH.fold.mark).toEqual(stage.nodes.LA.fold.mark);
  });

  test("when it is closed and reopened", () => {
    const stage = new Stage().released({ ...flood, dangerToLife: true }).do(lao, "incident.acknowledge");
    stage.do(operator, "incident.close", { outcome: "resolved" });
    expect(isUnread(stage.incident("LA"), "LA")).toBe(false);
    stage.do(operator, "incident.reopen", { reason: "the water rises again" });
    expect(takesOver(stage, "LA")).toMatchObject([{ since: stage.incident("LA").raised?.at }]);
    expect(readings(stage)).toMatchObject([{ due: "LA", startedAt: stage.incident("LA").raised?.at }]);
  });

  test("by nothing else: another place, a lower impact, danger that is over", () => {
    const stage = new Stage().released({ ...flood, dangerToLife: true }).do(lao, "incident.acknowledge");
    const calmer = [
      { place: { lng: 106.1, lat: 13.9 } },
      { impact: "low" },
      { dangerToLife: false },
      { handling: "H2" },
    ];
    for (const changes of calmer) stage.do(operator, ...revise(changes));
    expect(stage.incident("LA")).toMatchObject({ acknowledged: { LA: { desk: lao.desk } } });
    expect(stage.incident("LA").raised).toBeUndefined();
  });

  test("by a proposal of the partner that the owner accepts: the one who acted has read it", () => {
    const proposal = "LA-00000000-0000-4000-8000-000000000004";
    const stage = read()
      .do(lao, "proposal.make", { incidentId: subject, changes: { dangerToLife: true } }, proposal)
      .do(operator, "proposal.accept", {}, proposal);
    expect([takesOver(stage, "LA").length, takesOver(stage, "KH").length]).toEqual([1, 0]);
  });

  test("an alarm acknowledged before the raise silences nothing after it", () => {
    const stage = new Stage().released({ ...low, kind: "drug-seizure" });
    const before = alarmSubject("partner-reads", subject);
    stage.do(lao, "alarm.acknowledge", {}, before).do(lao, "incident.acknowledge");
    stage.do(operator, ...revise({ dangerToLife: true }));
    const [clock] = readings(stage);
    expect(clock?.id).not.toBe(before);
    expect(clock?.acknowledged).toEqual({});
    stage.do(lao, "alarm.acknowledge", {}, clock?.id);
    expect(readings(stage)[0]?.acknowledged.LA).toMatchObject({ desk: lao.desk });
  });

  test("a reading of what was not on screen yet is refused: its basis does not cover the raise", () => {
    const stage = read();
    const basis = stage.nodes.LA.fold.vector;
    stage.do(operator, ...revise({ dangerToLife: true }));
    const stale = stage.run(lao, "incident.acknowledge", {}, subject, basis);
    expect(stale).toEqual({ ok: false, denial: { reason: "changed-since", path: "basis" } });
    expect(outcomeOf(stage.run(lao, "incident.acknowledge", {}, subject, stage.nodes.LA.fold.vector))).toBe(
      "accepted",
    );
  });
});

/** A low flood on two nodes, read by nobody of Laos; nothing is delivered but what is asked for. */
function apart() {
  const world = new World();
  const act = (country: Country, who: typeof operator, type: string, body: unknown = {}) => {
    const decision = world.nodes[country].run({ type, subject, body }, who, atStart);
    if (!decision.ok) throw new Error(`${type} refused: ${decision.denial.reason}`);
  };
  act("KH", officer, "incident.report", low);
  act("KH", operator, "release.request");
  act("KH", commander, "release.approve");
  world.deliverAll();
  return { world, act };
}

function both(world: World) {
  world.deliverAll();
  const [kh, la] = countries.map((country) => world.nodes[country].fold.picture.incidents.get(subject));
  expect(world.nodes.KH.fold.mark).toEqual(world.nodes.LA.fold.mark);
  if (!isIncident(kh) || !isIncident(la)) throw new Error("both hold it");
  expect(kh.acknowledged).toEqual(la.acknowledged);
  return la;
}

describe("O1 a reading and a raise that did not know of each other", () => {
  test("leave it unread, on both nodes, whichever came first", () => {
    const { world, act } = apart();
    act("LA", lao, "incident.acknowledge");
    act("KH", operator, ...revise({ dangerToLife: true }));
    expect(both(world).acknowledged.LA).toBeUndefined();
    act("LA", lao, "incident.acknowledge");
    expect(both(world).acknowledged.LA).toBeDefined();
  });

  test("and a reopening, and a raise after a transfer, by the new owner", () => {
    const { world, act } = apart();
    act("KH", operator, "incident.close", { outcome: "resolved" });
    act("KH", operator, "incident.reopen", { reason: "again" });
    act("LA", lao, "incident.acknowledge");
    expect(both(world).acknowledged.LA).toBeUndefined();
    act("KH", commander, "transfer.offer", { reason: "your side" });
    world.deliverAll();
    act("LA", laoCommander, "transfer.accept");
    world.deliverAll();
    act("KH", commander, "transfer.complete");
    world.deliverAll();
    act("LA", lao, ...revise({ dangerToLife: true }));
    expect(both(world)).toMatchObject({ raised: { stream: "LA.joint" }, acknowledged: { LA: {} } });
    expect(takeoversOf(world.nodes.KH.fold.picture, "KH")).toHaveLength(1);
    expect(takeoversOf(world.nodes.LA.fold.picture, "LA")).toEqual([]);
    expect(clocksOf(world.nodes.LA.fold.picture)).toContainEqual(
      expect.objectContaining({ kind: "partner-reads", due: "KH" }),
    );
    act("KH", operator, "incident.acknowledge");
    expect(both(world).acknowledged.KH).toBeDefined();
  });

  test("a recall and a second release start anew", () => {
    const { world, act } = apart();
    act("KH", operator, ...revise({ dangerToLife: true }));
    act("KH", commander, "release.recall", { reason: "wrong place" });
    act("LA", lao, "incident.acknowledge");
    act("KH", operator, "release.request");
    act("KH", commander, "release.approve");
    const again = both(world);
    expect([again.raised, again.acknowledged.LA]).toEqual([undefined, undefined]);
  });
});

describe("K13 a national raise", () => {
  test("of a released incident calls the own desks at once and leaves the joint marks alone", () => {
    const stage = read();
    const { acknowledged } = stage.incident("LA");
    stage.do(officer, ...revise({ dangerToLife: true }));
    expect(takesOver(stage, "KH")).toMatchObject([{ why: "danger-to-life" }]);
    expect(needOf(stage.incident("KH"), operator)).toBe("send-revision");
    expect([takesOver(stage, "LA"), stage.incident("LA").acknowledged]).toEqual([[], acknowledged]);
    expect(stage.incident("KH").acknowledged).toEqual(acknowledged);
    stage.do(operator, ...revise({ dangerToLife: true }));
    expect([takesOver(stage, "KH").length, takesOver(stage, "LA").length]).toEqual([0, 1]);
  });

  test("is read at home alone where a desk does not send it", () => {
    const stage = read().do(officer, ...revise({ kind: "pursuit" }));
    const joint = stage.nodes.KH.fold.seq("KH.joint");
    stage.do(operator, "incident.acknowledge");
    expect(takesOver(stage, "KH")).toEqual([]);
    expect(needOf(stage.incident("KH"), operator)).toBe("send-revision");
    expect(stage.nodes.KH.fold.seq("KH.joint")).toBe(joint);
    expect(outcomeOf(stage.run(operator, "incident.acknowledge"))).toBe("already-read");
  });

  test("calls them before a release too, once they had read it as less", () => {
    const stage = new Stage().do(officer, "incident.report", low).do(operator, "incident.verify");
    stage.do(officer, ...revise({ dangerToLife: true }));
    expect(takesOver(stage, "KH")).toMatchObject([{ since: stage.incident("KH").attention?.raised?.at }]);
    stage.do(operator, "incident.acknowledge");
    expect(takesOver(stage, "KH")).toEqual([]);
  });
});
