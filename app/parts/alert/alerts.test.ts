import { describe, expect, it } from "vitest";
import { foldOf } from "@/app/live/testing/doubles";
import { evolve } from "@/domain/picture";
import { account, flood, Stage } from "@/tests/support/given";
import { alertOf } from "./alerts";
import { toneFor } from "./tones";

function alertsOf(stage: Stage, country: "KH" | "LA") {
  const { applied } = stage.nodes[country];
  return applied.map(
    (event, index) => alertOf(evolve(foldOf(applied.slice(0, index)).picture, event), country)?.why ?? null,
  );
}

describe("an alert", () => {
  it("tells the own side of a report and the other side of a release, once each", () => {
    const stage = new Stage().released().do(account("LA", "operator"), "incident.acknowledge");
    expect(alertsOf(stage, "KH")).toEqual(["new", null, null, null, null]);
    expect(alertsOf(stage, "LA")).toEqual(["released", null]);
  });

  it("tells the other side again when a recalled incident is released anew", () => {
    const stage = new Stage()
      .released(flood)
      .do(account("KH", "commander"), "release.recall", { reason: "wrong place" })
      .do(account("KH", "operator"), "release.request")
      .do(account("KH", "commander"), "release.approve");
    expect(alertsOf(stage, "LA")).toEqual(["released", null, "released"]);
  });

  it("sounds by impact, and danger to life above all", () => {
    expect(["low", "medium", "high", "very-high"].map((impact) => toneFor(impact as "low", false))).toEqual([
      null,
      null,
      "soft",
      "double",
    ]);
    expect(toneFor("low", true)).toBe("danger");
  });
});
