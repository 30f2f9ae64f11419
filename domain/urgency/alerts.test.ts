import { describe, expect, it } from "vitest";
import { account, flood, Stage } from "@/tests/support/given";
import { Fold } from "../fold";
import { impacts } from "../vocabulary";
import { alertGradeOf, alertOf, alertSound, compareGrades, gravestSound, staysUntilSeen } from "./alerts";

function alertsOf(stage: Stage, country: "KH" | "LA") {
  const { applied } = stage.nodes[country];
  const fold = new Fold();
  return applied.map((event) => {
    const step = fold.apply(event);
    return step ? (alertOf(step.change, country)?.why ?? null) : null;
  });
}

describe("an alert", () => {
  it("alerts the own side to a report and the other side to a release, once each", () => {
    const stage = new Stage().released().do(account("LA", "operator"), "incident.acknowledge");
    expect(alertsOf(stage, "KH")).toEqual(["new", null, null, null, null, null]);
    expect(alertsOf(stage, "LA")).toEqual(["released", null]);
  });

  it("alerts the other side again when a recalled incident is released again", () => {
    const stage = new Stage()
      .released(flood)
      .do(account("KH", "commander"), "release.recall", { reason: "wrong place" })
      .do(account("KH", "operator"), "release.request")
      .do(account("KH", "commander"), "release.approve");
    expect(alertsOf(stage, "LA")).toEqual(["released", null, "released"]);
  });
});

describe("the sound of news", () => {
  it("is by impact for what is new, danger to life and pursuit above all", () => {
    expect(impacts.map((impact) => alertSound(impact))).toEqual([null, null, "soft", "double"]);
    expect(alertSound(alertGradeOf({ kind: "flood", impact: "low", dangerToLife: true }))).toBe("danger");
    expect(alertSound(alertGradeOf({ kind: "pursuit", impact: "low" }))).toBe("danger");
  });

  it("is never silence for what came back, and graver for a no", () => {
    expect(impacts.map((impact) => alertSound(impact, true))).toEqual(["soft", "soft", "soft", "double"]);
    expect(alertSound(alertGradeOf({ kind: "flood", impact: "low" }, true), true)).toBe("double");
  });

  it("is the gravest one's for several at once", () => {
    expect(gravestSound(["soft", null, "danger", "double"])).toBe("danger");
    expect(gravestSound([null, null])).toBeNull();
    expect(gravestSound([])).toBeNull();
  });
});

describe("a grade", () => {
  it("puts danger to life before a pursuit, a no and every impact", () => {
    const kinds = [
      alertGradeOf({ kind: "flood", impact: "very-high" }),
      alertGradeOf({ kind: "flood", impact: "low" }, true),
      alertGradeOf({ kind: "pursuit", impact: "low" }),
      alertGradeOf({ kind: "flood", impact: "low", dangerToLife: true }),
    ];
    expect([...kinds].sort(compareGrades)).toEqual([...kinds].reverse());
    expect(kinds.map(staysUntilSeen)).toEqual([false, true, true, true]);
  });
});
