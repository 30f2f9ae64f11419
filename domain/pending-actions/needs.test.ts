import { describe, expect, it } from "vitest";
import { contextOf } from "@/tests/support/context";
import { account, flood, Stage, subject, victims } from "@/tests/support/given";
import { arrivedAt, isUnread, needOf, needs, needsOf } from "./needs";
import { pendingActionNames } from "./pending-actions";

describe("what an incident asks of the one who looks", () => {
  it("is of a commander who did not write or ask for it to decide a release", () => {
    const asked = new Stage()
      .do(account("KH", "officer"), "incident.report", flood)
      .do(account("KH", "commander"), "release.request");
    const incident = asked.incident("KH");
    expect(needOf(incident, account("KH", "commander", 2))).toBe("approve");
    expect(needOf(incident, account("KH", "commander"))).toBe("verify");
    expect(needOf(incident, account("KH", "auditor"))).toBeNull();
  });

  it("is of the other side's desk to read it, until it has", () => {
    const stage = new Stage().released();
    const desk = account("LA", "operator");
    expect(needOf(stage.incident("LA"), desk)).toBe("read");
    expect(isUnread(stage.incident("LA"), "LA")).toBe(true);
    expect(isUnread(stage.incident("KH"), "KH")).toBe(false);
    stage.do(desk, "incident.acknowledge");
    expect(needOf(stage.incident("LA"), desk)).toBeNull();
    expect(isUnread(stage.incident("LA"), "LA")).toBe(false);
  });

  it("is of a protection officer to clear a flag, and of nobody else", () => {
    const stage = new Stage().do(account("KH", "officer"), "incident.report", {
      ...victims,
      protection: true,
    });
    expect(needOf(stage.incident("KH"), account("KH", "protection"))).toBe("clear-protection");
    expect(needOf(stage.incident("KH"), account("KH", "officer"))).toBeNull();
  });

  it("is to acknowledge a recall, where a tombstone is all that is left", () => {
    const stage = new Stage()
      .released()
      .do(account("KH", "commander"), "release.recall", { reason: "wrong" });
    const tombstone = stage.seen("LA");
    if (!tombstone) throw new Error("the tombstone is not there");
    expect(needOf(tombstone, account("LA", "operator"))).toBe("acknowledge-recall");
    expect(arrivedAt(tombstone, "LA")).toBe("recalled" in tombstone ? tombstone.recalled?.at : undefined);
  });

  it("puts every pending action in its order, so that none is left out", () => {
    const order = needs.filter((need) => pendingActionNames.some((name) => name === need));
    expect(order).toEqual([...pendingActionNames]);
  });
});

describe("U4 what is forbidden is no need", () => {
  const transfer = (stage: Stage) =>
    stage
      .do(account("KH", "commander"), "transfer.offer", { reason: "yours" })
      .do(account("LA", "commander"), "transfer.accept");

  it("to decide a release, to send a revision on and to complete a transfer under a protection flag", () => {
    const flagged = new Stage()
      .do(account("KH", "officer"), "incident.report", { ...victims, protection: true })
      .do(account("KH", "operator"), "release.request");
    expect(needsOf(flagged.incident("KH"), account("KH", "commander"))).not.toContain("approve");
    expect(needsOf(flagged.incident("KH"), account("KH", "protection"))).toEqual(["clear-protection"]);
    flagged.do(account("KH", "protection"), "protection.clear", { reason: "safe" });
    expect(needsOf(flagged.incident("KH"), account("KH", "commander"))).toContain("approve");

    const stage = transfer(new Stage().released());
    const needsOfKhmer = () => {
      const { picture } = stage.nodes.KH.fold;
      return needsOf(stage.incident("KH"), account("KH", "commander"), contextOf(picture, subject));
    };
    expect(needsOfKhmer()).toContain("complete-transfer");
    stage.do(account("KH", "operator"), "incident.revise", { changes: { protection: true } });
    expect(needsOfKhmer()).not.toContain("complete-transfer");
  });

  it("to send on a revision of what is closed", () => {
    const stage = new Stage()
      .released()
      .do(account("KH", "officer"), "incident.revise", { changes: { impact: "low" } });
    expect(needsOf(stage.incident("KH"), account("KH", "operator"))).toContain("send-revision");
    stage.do(account("KH", "operator"), "incident.close", { outcome: "resolved" });
    expect(needsOf(stage.incident("KH"), account("KH", "operator"))).toEqual([]);
  });
});
