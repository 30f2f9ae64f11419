import { describe, expect, it } from "vitest";
import { account, flood, Stage } from "@/tests/support/given";
import { Fold } from "../fold";
import { alertOf } from "./alerts";

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
    expect(alertsOf(stage, "KH")).toEqual(["new", null, null, null, null]);
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
