import { describe, expect, it, test } from "vitest";
import { account, flood, outcomeOf, Stage, subject, victims } from "@/tests/support/given";
import { alarmsFor } from "../clock/alarms";
import { clocksOf } from "../clock/clocks";
import { needOf } from "../pending-actions/needs";
import { takeoversOf } from "../takeover";
import { alertOf } from "../urgency/alerts";
import { type Country, countries, kinds } from "../vocabulary";
import { isHistoryToVerify } from "./historical";

const operator = account("KH", "operator");
const officer = account("KH", "officer");
const commander = account("KH", "commander");
const history = { ...flood, historical: true };
const imported = (parts: object = {}) =>
  new Stage().do(operator, "incident.report", { ...history, ...parts });
const clockKinds = (stage: Stage, country: Country = "KH") =>
  clocksOf(stage.nodes[country].fold.picture).map(({ kind }) => kind);
const takeovers = (stage: Stage, country: Country) => takeoversOf(stage.nodes[country].fold.picture, country);

describe("K15 imported history calls nobody", () => {
  it.each(kinds)("whatever its kind: %s", (kind) => {
    const stage = imported({ kind, impact: "very-high", people: victims.people });
    const incident = stage.incident("KH");
    expect(incident.historical).toBe(true);
    expect(takeovers(stage, "KH")).toEqual([]);
    const change = { collection: "incidents", id: subject, before: undefined, after: incident } as const;
    expect(alertOf(change, "KH")).toBeNull();
    expect(clockKinds(stage)).toEqual(["full-report"]);
    stage.do(operator, "incident.verify");
    expect(clockKinds(stage)).toEqual([]);
  });

  it.each(kinds)("and not the partner either, once it is released: %s", (kind) => {
    const stage = new Stage().released({ ...history, kind, impact: "very-high" });
    for (const country of countries) {
      expect(stage.incident(country).historical).toBe(true);
      expect(takeovers(stage, country)).toEqual([]);
      expect(clockKinds(stage, country)).toEqual(["full-report"]);
    }
    const after = stage.incident("LA");
    expect(alertOf({ collection: "incidents", id: subject, before: undefined, after }, "LA")).toBeNull();
  });

  it("its verification may be late, and that is seen but never heard", () => {
    const stage = imported();
    const { picture } = stage.nodes.KH.fold;
    const config = { alarmRepeatSeconds: 60, escalateMinutes: 5 };
    const late = Date.parse(stage.incident("KH").reportedAt) + 3 * 86_400_000;
    for (const role of ["operator", "commander", "display"] as const) {
      const alarms = alarmsFor(clocksOf(picture), picture, { country: "KH", role }, late, config);
      expect(alarms).toMatchObject([{ audible: false, escalated: false }]);
    }
  });

  it("it asks for verification, and is folded with its like until then", () => {
    const stage = imported();
    expect(needOf(stage.incident("KH"), operator)).toBe("verify");
    expect(isHistoryToVerify(stage.incident("KH"))).toBe(true);
    stage.do(operator, "incident.verify");
    expect(isHistoryToVerify(stage.incident("KH"))).toBe(false);
    expect(isHistoryToVerify(new Stage().do(operator, "incident.report", flood).incident("KH"))).toBe(false);
  });

  test("a person's late report calls as ever", () => {
    const twoDaysAgo = new Date(Date.parse(flood.occurredAt) - 2 * 86_400_000).toISOString();
    const late = { ...flood, occurredAt: twoDaysAgo, dangerToLife: true };
    const stage = new Stage().do(officer, "incident.report", late);
    expect(takeovers(stage, "KH")).toHaveLength(1);
  });
});

describe("K15 history and danger to life", () => {
  it("do not go together in a report", () => {
    const decision = new Stage().run(operator, "incident.report", { ...history, dangerToLife: true });
    expect(decision).toMatchObject({
      ok: false,
      denial: { reason: "historical-danger", path: "body.historical" },
    });
    expect(imported({ dangerToLife: false }).incident("KH").historical).toBe(true);
  });

  it("is no field of a revision", () => {
    const stage = new Stage().do(operator, "incident.report", flood);
    expect(outcomeOf(stage.run(operator, "incident.revise", { changes: { historical: true } }))).toBe(
      "bad-form",
    );
  });
});

describe("K15 history is over once somebody raises it", () => {
  const graver = [{ dangerToLife: true }, { kind: "pursuit" }, { impact: "very-high" }];
  const others = [{ impact: "low" }, { kind: "timber" }, { handling: "H2" }];

  it.each(graver)("by %j, in one country", (changes) => {
    const stage = imported().do(operator, "incident.revise", { changes });
    expect(stage.incident("KH").historical).toBeUndefined();
  });

  it.each(others)("not by %j", (changes) => {
    const stage = imported().do(operator, "incident.revise", { changes });
    expect(stage.incident("KH").historical).toBe(true);
  });

  it.each(graver)("by %j, for both once it is released", (changes) => {
    const stage = new Stage().released(history).do(operator, "incident.revise", { changes });
    for (const country of countries) expect(stage.incident(country).historical).toBeUndefined();
    const calls = "impact" in changes ? 0 : 1;
    expect(takeovers(stage, "LA")).toHaveLength(calls);
    expect(stage.nodes.KH.fold.mark.digest).toBe(stage.nodes.LA.fold.mark.digest);
  });

  it("an officer's graver revision waits as ever and is a need of its own desks", () => {
    const stage = new Stage().released(history).do(officer, "incident.revise", {
      changes: { dangerToLife: true },
    });
    expect(stage.incident("KH").historical).toBe(true);
    expect(needOf(stage.incident("KH"), operator)).toBe("send-revision");
    expect(stage.incident("LA").national?.pending).toBeUndefined();
  });

  it("by reopening it", () => {
    const stage = imported()
      .do(operator, "incident.close", { outcome: "resolved" })
      .do(commander, "incident.reopen", { reason: "more came to light" });
    expect(stage.incident("KH").historical).toBeUndefined();
  });

  it("and then it is news to both sides, as it was to neither before", () => {
    const stage = new Stage().released(history);
    const before = { KH: stage.incident("KH"), LA: stage.incident("LA") };
    stage.do(operator, "incident.revise", { changes: { impact: "very-high" } });
    const news = (country: Country) =>
      alertOf(
        {
          collection: "incidents",
          id: subject,
          before: before[country],
          after: stage.incident(country),
        },
        country,
      )?.why;
    expect([news("KH"), news("LA")]).toEqual(["new", "released"]);
  });

  it("stays over through a recall", () => {
    const stage = new Stage()
      .released(history)
      .do(operator, "incident.revise", { changes: { dangerToLife: true } })
      .do(commander, "release.recall", { reason: "wrong place" });
    expect(stage.incident("KH").historical).toBeUndefined();
    const kept = new Stage().released(history).do(commander, "release.recall", { reason: "wrong place" });
    expect(kept.incident("KH").historical).toBe(true);
  });
});
