import { describe, expect, test } from "vitest";
import { account, flood, Stage, subject } from "@/tests/support/given";
import { isUnread } from "./pending-actions/needs";
import { takeoversOf } from "./takeover";
import type { Country } from "./vocabulary";

const officer = account("KH", "officer");
const operator = account("KH", "operator");
const commander = account("KH", "commander");
const lao = account("LA", "commander");
const danger = { ...flood, dangerToLife: true };
const unit = { KH: "KH-00000000-0000-4000-8000-0000000000aa", LA: "LA-00000000-0000-4000-8000-0000000000aa" };
const task = { KH: "KH-00000000-0000-4000-8000-0000000000bb", LA: "LA-00000000-0000-4000-8000-0000000000bb" };
const asked = "KH-00000000-0000-4000-8000-000000000003";
const asking = "LA-00000000-0000-4000-8000-000000000003";
const reason = { reason: "no boat is free" };

const reported = () => new Stage().do(officer, "incident.report", danger);
const takesOver = (stage: Stage, country: Country) =>
  takeoversOf(stage.nodes[country].fold.picture, country).filter(({ of }) => of === "incident");
const typesOf = (stage: Stage, country: Country, last: number) =>
  stage.nodes[country].own.slice(-last).map(({ type, stream }) => `${type} ${stream.slice(3)}`);
const withUnit = (stage: Stage, country: Country) =>
  stage.do(
    account(country, "commander"),
    "unit.register",
    { callsign: "STR-31", kind: "boat" },
    unit[country],
  );
const request = (incidentId: string) => ({ incidentId, action: "rescue", urgency: "urgent" });

/** Released without that anybody of Cambodia has been named as having it. */
const released = () => new Stage().released(danger);

describe("K14 work on an incident implies reading it, by an event of its own", () => {
  test("the owner's desk that verifies has read it and has it", () => {
    const stage = reported().do(operator, "incident.verify");
    expect(typesOf(stage, "KH", 3)).toEqual([
      "incident.verified national",
      "incident.taken national",
      "incident.acknowledged national",
    ]);
    expect(stage.incident("KH")).toMatchObject({
      holder: { desk: operator.desk },
      acknowledged: { KH: { desk: operator.desk } },
    });
    expect(takesOver(stage, "KH")).toEqual([]);
  });

  test("a desk that has it already keeps it, and is not named twice as having read it", () => {
    const stage = reported().do(operator, "incident.take").do(commander, "incident.verify");
    expect(stage.incident("KH").holder?.desk).toBe(operator.desk);
    expect(typesOf(stage, "KH", 1)).toEqual(["incident.verified national"]);
  });

  test("so has the owner's commander who sends a unit, nationally before and jointly after the release", () => {
    const national = withUnit(reported(), "KH");
    national.do(
      commander,
      "task.assign",
      { incidentId: subject, unitId: unit.KH, action: "rescue" },
      task.KH,
    );
    expect(typesOf(national, "KH", 3)).toEqual([
      "task.assigned national",
      "incident.taken national",
      "incident.acknowledged national",
    ]);
    const joint = withUnit(released(), "KH");
    joint.do(
      commander,
      "task.assign",
      { incidentId: subject, unitId: unit.KH, action: "rescue", shared: true },
      task.KH,
    );
    expect(joint.incident("LA").holder?.desk).toBe(commander.desk);
  });

  test("S5 a national task on a released incident leaves nothing with the partner", () => {
    for (const country of ["KH", "LA"] as const) {
      const stage = withUnit(released(), country);
      const before = stage.nodes[country].fold.seq(`${country}.joint`);
      stage.do(
        account(country, "commander"),
        "task.assign",
        { incidentId: subject, unitId: unit[country], action: "rescue" },
        task[country],
      );
      expect(stage.nodes[country].fold.seq(`${country}.joint`)).toBe(before);
      expect([stage.incident(country).holder, isUnread(stage.incident("LA"), "LA")]).toEqual([
        undefined,
        true,
      ]);
    }
  });

  test("a release that one officer decides alone has been read by that desk", () => {
    const stage = reported().do(operator, "release.urgent", { reason: "people in the water" });
    expect(typesOf(stage, "KH", 3)).toEqual([
      "release.approved national",
      "incident.released joint",
      "incident.acknowledged joint",
    ]);
    expect([takesOver(stage, "KH").length, takesOver(stage, "LA").length]).toEqual([0, 1]);
    expect(stage.nodes.KH.fold.mark).toEqual(stage.nodes.LA.fold.mark);
  });

  test("the partner that accepts a request has read the incident; one that declines has not", () => {
    const made = () => withUnit(released().do(commander, "request.make", request(subject), asked), "LA");
    const accepted = made().do(
      lao,
      "request.accept",
      { assign: { taskId: task.LA, unitId: unit.LA } },
      asked,
    );
    expect(typesOf(accepted, "LA", 3)).toEqual([
      "request.accepted joint",
      "task.assigned joint",
      "incident.acknowledged joint",
    ]);
    expect(accepted.incident("KH")).toMatchObject({ acknowledged: { LA: { desk: lao.desk } } });
    expect(accepted.incident("KH").holder).toBeUndefined();
    expect(takesOver(accepted, "LA")).toEqual([]);
    expect(takesOver(made().do(lao, "request.decline", reason, asked), "LA")).toHaveLength(1);
  });

  test.each([
    ["accepts", "request.accept", {}],
    ["declines", "request.decline", reason],
    ["counters", "request.counter", { action: "patrol" }],
  ])("an owner that %s has read what the partner had raised before the transfer", (_, type, body) => {
    const stage = released()
      .do(lao, "incident.acknowledge")
      .do(commander, "transfer.offer", reason)
      .do(lao, "transfer.accept");
    stage
      .do(operator, "incident.revise", { changes: { kind: "pursuit" } })
      .do(commander, "transfer.complete");
    expect(takesOver(stage, "LA")).toHaveLength(1);
    stage.do(commander, "request.make", request(subject), asked).do(lao, type, body, asked);
    expect(takesOver(stage, "LA")).toEqual([]);
    expect(stage.nodes.KH.fold.mark).toEqual(stage.nodes.LA.fold.mark);
  });

  test("an accept on a screen that had not the raise yet implies no reading", () => {
    const stage = released().do(commander, "request.make", request(subject), asked);
    const basis = stage.nodes.LA.fold.vector;
    stage.do(operator, "incident.revise", { changes: { kind: "pursuit" } });
    expect(stage.run(lao, "request.accept", {}, asked, basis).ok).toBe(true);
    expect(takesOver(stage, "LA")).toHaveLength(1);
  });

  test("after a transfer both have read it: the giver its own, the new owner what it accepted", () => {
    const stage = released().do(commander, "transfer.offer", reason).do(lao, "transfer.accept");
    expect(stage.incident("KH").acknowledged.LA?.desk).toBe(lao.desk);
    stage.do(commander, "transfer.complete");
    for (const country of ["KH", "LA"] as const) {
      expect([takesOver(stage, country), isUnread(stage.incident(country), country)]).toEqual([[], false]);
    }
    stage.do(lao, "request.make", request(subject), asking);
    expect(stage.incident("LA").holder).toBeUndefined();
  });
});
