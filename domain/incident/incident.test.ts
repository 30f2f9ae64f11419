import { describe, expect, test } from "vitest";
import { account, flood, otherSubject, outcomeOf, Stage, subject } from "@/tests/support/given";
import { makeRef } from "./ref";

const officer = account("KH", "officer");
const otherOfficer = account("KH", "officer", 2);
const operator = account("KH", "operator");
const commander = account("KH", "commander");
const lao = account("LA", "operator");
const text = (words: string) => ({ text: { text: words, lang: "en" } });

describe("a report", () => {
  test("W2 is national, ungraded, with a ref that says where", () => {
    const stage = new Stage().do(officer, "incident.report", flood);
    expect(stage.incident("KH")).toMatchObject({
      owner: "KH",
      status: "reported",
      sharing: "national",
      grading: { source: "F", info: "6" },
      ref: expect.stringMatching(/^KH-STR-\d{4}$/),
      national: { reporter: officer.by, authors: [officer.by] },
    });
    expect(stage.nodes.KH.own.map((event) => event.stream)).toEqual(["KH.national"]);
  });

  test("L7 must carry the reporter's own country's mark and a fresh subject", () => {
    const stage = new Stage().do(officer, "incident.report", flood);
    expect(outcomeOf(stage.run(officer, "incident.report", flood))).toBe("subject-taken");
    const foreign = subject.replace("KH", "LA");
    expect(outcomeOf(stage.run(officer, "incident.report", flood, foreign))).toBe("foreign-subject");
  });

  test("C3 is not for desks that only read", () => {
    for (const role of ["protection", "auditor"] as const) {
      expect(outcomeOf(new Stage().run(account("KH", role), "incident.report", flood))).toBe("role-may-not");
    }
  });
});

describe("the lifecycle", () => {
  test("O4 runs from reported over verified to closed, back, and no step twice", () => {
    const stage = new Stage().do(officer, "incident.report", flood).do(operator, "incident.verify");
    expect(outcomeOf(stage.run(operator, "incident.verify"))).toBe("wrong-status");
    stage.do(operator, "incident.close", { outcome: "resolved" });
    expect(stage.incident("KH")).toMatchObject({ status: "closed", closed: { outcome: "resolved" } });
    expect(outcomeOf(stage.run(operator, "incident.revise", { changes: { impact: "low" } }))).toBe(
      "wrong-status",
    );
    stage.do(operator, "incident.reopen", { reason: "water rises again" });
    expect(stage.incident("KH").status).toBe("verified");
    expect(stage.incident("KH").closed).toBeUndefined();
  });

  test("a merged incident takes no further step", () => {
    const stage = new Stage()
      .do(officer, "incident.report", flood)
      .do(officer, "incident.report", flood, otherSubject);
    expect(outcomeOf(stage.run(operator, "incident.merge", { into: subject }))).toBe("bad-target");
    stage.do(operator, "incident.merge", { into: otherSubject });
    expect(stage.incident("KH")).toMatchObject({ status: "merged", mergedInto: otherSubject });
    expect(outcomeOf(stage.run(operator, "incident.close", { outcome: "duplicate" }))).toBe("wrong-status");
  });

  test("archived leaves both pictures, and reopening it is a conflict", () => {
    const stage = new Stage().released().do(operator, "incident.close", { outcome: "resolved" });
    stage.do(account("KH", "system"), "incident.archive");
    expect(stage.seen("KH")).toBeUndefined();
    expect(stage.seen("LA")).toBeUndefined();
    expect(outcomeOf(stage.run(operator, "incident.reopen", { reason: "again" }))).toBe("archived");
    expect(outcomeOf(stage.run(operator, "incident.take"))).toBe("not-there");
  });

  test("W2 once released, its steps are joint", () => {
    const stage = new Stage().released().do(operator, "incident.take").do(operator, "incident.verify");
    expect(stage.incident("LA")).toMatchObject({ status: "verified", holder: { desk: operator.desk } });
  });
});

describe("who may change it", () => {
  test("S5 W3 the owner's reporter and desks, nobody of the partner", () => {
    const stage = new Stage().released();
    const changes = { changes: { impact: "low" } };
    expect(outcomeOf(stage.run(otherOfficer, "incident.revise", changes))).toBe("not-the-author");
    expect(outcomeOf(stage.run(lao, "incident.revise", changes))).toBe("not-the-owner");
    expect(outcomeOf(stage.run(lao, "incident.close", { outcome: "resolved" }))).toBe("not-the-owner");
    expect(outcomeOf(stage.run(officer, "incident.revise", changes))).toBe("accepted");
  });

  test("W4 an officer's revision after release waits until a desk sends the same", () => {
    const stage = new Stage().released();
    const changes = { changes: { impact: "very-high" } };
    stage.do(officer, "incident.revise", changes);
    expect(stage.incident("LA").impact).toBe("high");
    expect(stage.incident("KH").national?.pending).toEqual({ impact: "very-high" });
    stage.do(operator, "incident.revise", changes);
    expect(stage.incident("LA").impact).toBe("very-high");
    expect(stage.incident("KH").national?.pending).toBeUndefined();
  });

  test("W5 an edit begun before somebody else's is a conflict that names the field", () => {
    const stage = new Stage().do(officer, "incident.report", flood);
    const basis = stage.nodes.KH.fold.vector;
    stage.do(operator, "incident.revise", { changes: { impact: "low" } });
    const stale = stage.run(commander, "incident.revise", { changes: { impact: "medium" } }, subject, basis);
    expect(stale).toEqual({ ok: false, denial: { reason: "changed-since", path: "body.changes.impact" } });
    const fresh = stage.run(
      commander,
      "incident.revise",
      { changes: { kind: "river-accident" } },
      subject,
      basis,
    );
    expect(outcomeOf(fresh)).toBe("accepted");
  });
});

describe("reading, grading and notes", () => {
  test("each centre reads once, and grades beside the other, never over it", () => {
    const stage = new Stage().do(officer, "incident.report", flood).do(operator, "incident.acknowledge");
    expect(outcomeOf(stage.run(operator, "incident.acknowledge"))).toBe("already-read");
    stage.do(operator, "release.request").do(commander, "release.approve").do(lao, "incident.acknowledge");
    stage.do(lao, "incident.assess", { grading: { source: "B", info: "2" } });
    expect(stage.incident("KH")).toMatchObject({
      acknowledged: { KH: { desk: operator.desk }, LA: { desk: lao.desk } },
      grading: { source: "F", info: "6" },
      assessments: { LA: { grading: { source: "B", info: "2" } } },
    });
    expect(outcomeOf(stage.run(lao, "incident.acknowledge"))).toBe("already-read");
  });

  test("W6 a note is national unless said otherwise, and joint only once released", () => {
    const stage = new Stage().do(officer, "incident.report", flood);
    expect(outcomeOf(stage.run(operator, "incident.note", { ...text("x"), audience: "joint" }))).toBe(
      "not-released",
    );
    stage.do(operator, "release.request").do(commander, "release.approve");
    stage.do(lao, "incident.note", text("home only"));
    expect(stage.incident("KH").notes).toBeUndefined();
    expect(stage.incident("LA").national?.notes).toHaveLength(1);
    stage.do(lao, "incident.note", { ...text("for both"), audience: "joint" });
    expect(stage.incident("KH").notes).toHaveLength(1);
  });

  test("W6 an entry is struck through by its author or a commander of its country, never erased", () => {
    const stage = new Stage()
      .released()
      .do(lao, "incident.note", { ...text("wrong boat"), audience: "joint" });
    const [note] = stage.incident("KH").notes ?? [];
    const strike = { entryId: note?.id, reason: "another boat" };
    expect(outcomeOf(stage.run(commander, "entry.strike", strike))).toBe("not-the-author");
    expect(outcomeOf(stage.run(account("LA", "operator", 2), "entry.strike", strike))).toBe("not-the-author");
    stage.do(account("LA", "commander"), "entry.strike", strike);
    expect(stage.incident("KH").notes?.[0]).toMatchObject({
      text: { text: "wrong boat" },
      struck: { reason: "another boat" },
    });
    expect(outcomeOf(stage.run(lao, "entry.strike", strike))).toBe("already-struck");
    expect(outcomeOf(stage.run(lao, "entry.strike", { ...strike, entryId: "none" }))).toBe("not-there");
  });
});

test("L7 a ref is unique for all time: the next free number, then five digits", () => {
  const id = "01a20919-8e0d-71bd-9526-000000000007";
  expect(makeRef("LA", "LA-CH", id, () => false)).toBe("LA-CHA-0007");
  expect(makeRef("LA", undefined, id, (ref) => ref === "LA-GEN-0007")).toBe("LA-GEN-0008");
  expect(makeRef("KH", "KH-13", id, (ref) => ref.length < "KH-PVH-00000".length)).toBe("KH-PVH-00007");
});
