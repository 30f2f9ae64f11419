import { describe, expect, test } from "vitest";
import { account, flood, otherSubject, outcomeOf, Stage, subject, victims } from "@/tests/support/given";
import { coarsen } from "../place";

const officer = account("KH", "officer");
const operator = account("KH", "operator");
const commander = account("KH", "commander");
const secondCommander = account("KH", "commander", 2);
const lao = account("LA", "operator");
const reason = { reason: "mistaken place" };

describe("S5 only what is released crosses", () => {
  test("a report and all its national work leave nothing with the partner", () => {
    const stage = new Stage().do(officer, "incident.report", flood).do(operator, "incident.verify");
    expect(stage.seen("LA")).toBeUndefined();
    expect(stage.nodes.LA.applied).toEqual([]);
    expect(outcomeOf(stage.run(lao, "incident.acknowledge"))).toBe("not-there");
  });

  test("A3 a release carries the shareable fields, never notes, pseudonyms or the request", () => {
    const stage = new Stage().do(officer, "incident.report", {
      ...flood,
      note: { text: "CANARY", lang: "en" },
    });
    stage
      .do(operator, "incident.acknowledge")
      .do(operator, "release.request")
      .do(commander, "release.approve");
    const theirs = stage.incident("LA");
    expect(theirs).toMatchObject({
      owner: "KH",
      originator: "KH",
      sharing: "released",
      ref: stage.incident("KH").ref,
    });
    expect(theirs.national).toBeUndefined();
    expect(JSON.stringify(stage.nodes.LA.applied)).not.toContain("CANARY");
    expect(theirs.acknowledged.KH?.desk).toBe(operator.desk);
  });

  test("a link or merger with what did not cross is left out", () => {
    const stage = new Stage()
      .do(officer, "incident.report", flood)
      .do(officer, "incident.report", flood, otherSubject);
    stage.do(operator, "incident.link", { to: otherSubject });
    stage.do(operator, "release.request").do(commander, "release.approve");
    expect(stage.incident("LA").links).toBeUndefined();
    expect(outcomeOf(stage.run(operator, "incident.merge", { into: otherSubject }))).toBe("bad-target");
  });
});

describe("S4 four eyes", () => {
  test.each([
    ["the reporter", commander, operator],
    ["the one who asked", operator, commander],
  ])("%s may not approve, another commander may", (_, reporter, requester) => {
    const stage = new Stage().do(reporter, "incident.report", flood).do(requester, "release.request");
    expect(outcomeOf(stage.run(commander, "release.approve"))).toBe("four-eyes");
    expect(outcomeOf(stage.run(commander, "release.refuse", reason))).toBe("four-eyes");
    expect(outcomeOf(stage.run(secondCommander, "release.approve"))).toBe("accepted");
  });

  test("W7 a reviser counts as an author for good, and a revision takes the request back", () => {
    const stage = new Stage().do(officer, "incident.report", flood).do(operator, "release.request");
    stage.do(commander, "incident.revise", { changes: { impact: "low" } });
    expect(stage.incident("KH").sharing).toBe("national");
    expect(outcomeOf(stage.run(secondCommander, "release.approve"))).toBe("wrong-sharing");
    stage.do(operator, "release.request");
    expect(outcomeOf(stage.run(commander, "release.approve"))).toBe("four-eyes");
    stage.do(secondCommander, "release.approve");
  });

  test("an operator may not approve, nor anybody of the partner", () => {
    const stage = new Stage().do(officer, "incident.report", flood).do(operator, "release.request");
    expect(outcomeOf(stage.run(operator, "release.approve"))).toBe("role-may-not");
    expect(outcomeOf(stage.run(account("LA", "commander"), "release.approve"))).toBe("not-there");
  });

  test("one may release alone for danger to life only, and another commander reviews it", () => {
    const stage = new Stage().do(commander, "incident.report", flood);
    expect(outcomeOf(stage.run(commander, "release.urgent", reason))).toBe("not-urgent");
    stage.do(commander, "incident.revise", { changes: { dangerToLife: true } });
    stage.do(commander, "release.urgent", reason);
    expect(stage.incident("LA")).toMatchObject({ dangerToLife: true, release: { urgent: true } });
    expect(outcomeOf(stage.run(commander, "release.review"))).toBe("four-eyes");
    stage.do(secondCommander, "release.review");
    expect(stage.incident("KH").national?.approved?.urgent?.reviewed?.desk).toBe(secondCommander.desk);
    expect(outcomeOf(stage.run(secondCommander, "release.review"))).toBe("wrong-sharing");
  });
});

describe("S6 places of victims", () => {
  test("the partner gets the cell, the owner keeps the exact place", () => {
    const stage = new Stage().released(victims);
    const exact = { ...victims.place, province: "KH-19" as const };
    expect(stage.incident("LA").place).toEqual(coarsen(exact));
    expect(stage.incident("KH").place).toEqual(coarsen(exact));
    expect(stage.incident("KH").national?.place).toEqual(exact);
    expect(JSON.stringify(stage.nodes.LA.applied)).not.toContain("106.0312");
  });

  test("the exact place crosses for victims in transit when the releaser says so", () => {
    const stage = new Stage().released(victims, { exactPlace: true });
    expect(stage.incident("LA").place).toMatchObject(victims.place);
  });

  test("and for no other kind, nor ever with a protection flag, cleared or not", () => {
    const stage = new Stage()
      .do(officer, "incident.report", { ...victims, kind: "forced-labour-site" })
      .do(operator, "release.request");
    expect(outcomeOf(stage.run(commander, "release.approve", { exactPlace: true }))).toBe("no-exact-place");
    const flagged = new Stage().do(officer, "incident.report", { ...victims, protection: true });
    flagged.do(account("KH", "protection"), "protection.clear", reason).do(operator, "release.request");
    expect(outcomeOf(flagged.run(commander, "release.approve", { exactPlace: true }))).toBe("no-exact-place");
    flagged.do(commander, "release.approve");
    expect(flagged.incident("LA").place.coarse).toBe(true);
  });

  test("victims found after the release coarsen the joint place at once", () => {
    const stage = new Stage().released(flood);
    expect(stage.incident("LA").place.coarse).toBeUndefined();
    stage.do(operator, "incident.revise", { changes: { people: [{ role: "victim", count: 1 }] } });
    expect(stage.incident("LA").place.coarse).toBe(true);
    expect(stage.incident("KH").national?.place).toMatchObject(flood.place);
  });

  test("moving it later sends the new cell and keeps the new spot at home", () => {
    const stage = new Stage().released(victims);
    stage.do(operator, "incident.revise", { changes: { place: { lng: 106.3456, lat: 13.8111 } } });
    expect(stage.incident("LA").place).toMatchObject({ lng: 106.35, lat: 13.85, coarse: true });
    expect(stage.incident("KH").national?.place).toMatchObject({ lng: 106.3456, lat: 13.8111 });
  });
});

describe("S7 protection flag", () => {
  test("holds the record back until a protection officer clears it, urgent or not", () => {
    const stage = new Stage()
      .do(officer, "incident.report", { ...flood, protection: true, dangerToLife: true })
      .do(operator, "release.request");
    expect(outcomeOf(stage.run(commander, "release.approve"))).toBe("protection-flag");
    expect(outcomeOf(stage.run(operator, "release.urgent", reason))).toBe("protection-flag");
    expect(outcomeOf(stage.run(commander, "protection.clear", reason))).toBe("role-may-not");
    stage.do(account("KH", "protection"), "protection.clear", reason).do(commander, "release.approve");
    expect(stage.seen("LA")).toBeDefined();
  });

  test("raised after release, later revisions stay national and nothing of the flag crosses", () => {
    const stage = new Stage().released(flood);
    const before = stage.nodes.LA.applied.length;
    stage.do(operator, "incident.revise", { changes: { protection: true } });
    stage.do(operator, "incident.revise", { changes: { impact: "very-high" } });
    expect(stage.nodes.LA.applied).toHaveLength(before);
    expect(stage.incident("KH").national).toMatchObject({
      protection: "raised",
      pending: { impact: "very-high" },
    });
    expect(stage.incident("KH").impact).toBe("high");
  });
});

describe("S10 recall", () => {
  test("leaves a tombstone with the partner and the whole record at home", () => {
    const stage = new Stage().released(victims).do(lao, "incident.acknowledge");
    stage.do(commander, "release.recall", reason);
    expect(stage.seen("LA")).toEqual({
      id: subject,
      ref: stage.incident("KH").ref,
      owner: "KH",
      originator: "KH",
      sharing: "recalled",
      recalled: { at: expect.any(String), desk: commander.desk, seq: 2 },
    });
    expect(stage.incident("KH")).toMatchObject({
      sharing: "recalled",
      kind: victims.kind,
      place: victims.place,
    });
    expect(outcomeOf(stage.run(lao, "incident.acknowledge"))).toBe("wrong-sharing");
    stage.do(lao, "release.acknowledge-recall");
    expect(stage.incident("KH").recalled?.acknowledged?.desk).toBe(lao.desk);
    expect(outcomeOf(stage.run(lao, "release.acknowledge-recall"))).toBe("wrong-sharing");
    expect(stage.nodes.KH.fold.mark).toEqual(stage.nodes.LA.fold.mark);
  });

  test("W3 the partner may not recall, the originator may not acknowledge its own recall", () => {
    const stage = new Stage().released();
    expect(outcomeOf(stage.run(account("LA", "commander"), "release.recall", reason))).toBe(
      "not-the-originator",
    );
    stage.do(commander, "release.recall", reason);
    expect(outcomeOf(stage.run(operator, "release.acknowledge-recall"))).toBe("own-country-may-not");
  });

  test("it can be released again, unread and with the old notes gone", () => {
    const stage = new Stage().released().do(lao, "incident.acknowledge");
    stage.do(lao, "incident.note", { text: { text: "seen", lang: "en" }, audience: "joint" });
    stage
      .do(commander, "release.recall", reason)
      .do(operator, "release.request")
      .do(commander, "release.approve");
    expect(stage.incident("LA")).toMatchObject({ sharing: "released", acknowledged: {} });
    expect(stage.incident("LA").notes).toBeUndefined();
    expect(stage.nodes.KH.fold.mark).toEqual(stage.nodes.LA.fold.mark);
  });
});
