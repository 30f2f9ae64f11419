import { describe, expect, it } from "vitest";
import { account, flood, otherSubject, Stage, subject } from "@/tests/support/given";
import { type CameBack, missedOf, summaryOf, unseenAtStart } from "./absence";

const at = (minute: number) => `2026-11-01T00:0${minute}:00.000Z`;
const came = (grade: CameBack["grade"], minute: number): CameBack => ({
  ...{ stream: "LA.joint", seq: minute, at: at(minute), grade },
});
const danger = { ...flood, dangerToLife: true };

describe("what was missed of an incident", () => {
  it("is that it is new, and what came back on it", () => {
    const stage = new Stage().released();
    const [before, after] = [undefined, stage.incident("LA")];
    expect(missedOf("LA", { before, after }, [came("declined", 1)])).toMatchObject([
      { incidentId: subject, grade: "high", cameBack: false, at: after.release?.at },
      { incidentId: subject, grade: "declined", cameBack: true, at: at(1) },
    ]);
    expect(missedOf("LA", { before: after, after }, [])).toEqual([]);
    stage.do(account("KH", "operator"), "incident.close", { outcome: "resolved" });
    expect(missedOf("LA", { before, after: stage.incident("LA") }, [])).toEqual([]);
  });

  it("is danger to life that takes the screens over now and did not before", () => {
    const stage = new Stage().released(flood);
    const before = stage.incident("LA");
    stage.do(account("LA", "operator"), "incident.acknowledge");
    stage.do(account("KH", "operator"), "incident.revise", { changes: { dangerToLife: true } });
    const after = { ...stage.incident("LA"), acknowledged: {} };
    expect(missedOf("LA", { before, after }, [])).toMatchObject([{ grade: "danger-to-life" }]);
    expect(missedOf("LA", { before: after, after }, [])).toEqual([]);
  });

  it("is, for one who signs in, what the centre has not read or not seen", () => {
    const stage = new Stage().released(danger);
    expect(unseenAtStart("LA", stage.incident("LA"), [])).toMatchObject([{ grade: "danger-to-life" }]);
    stage.do(account("LA", "operator"), "incident.acknowledge");
    expect(unseenAtStart("LA", stage.incident("LA"), [])).toEqual([]);
    expect(unseenAtStart("LA", stage.incident("LA"), [came("high", 2)])).toHaveLength(1);
    const own = new Stage().do(account("KH", "officer"), "incident.report", flood, otherSubject);
    expect(unseenAtStart("KH", own.incident("KH", otherSubject), [])).toEqual([]);
  });
});

describe("R11 the summary", () => {
  const missed = (grade: CameBack["grade"], minute: number, cameBack = true) => ({
    ...{ incidentId: `KH-${minute}`, grade, cameBack, at: at(minute) },
  });

  it("is one for all, leads to the gravest, the newest among equals, and has its sound alone", () => {
    const all = [missed("low", 1), missed("declined", 2), missed("high", 3), missed("declined", 4)];
    expect(summaryOf(all)).toEqual({ count: 4, gravest: missed("declined", 4), sound: "double" });
    const dangerous = [...all, missed("danger-to-life", 5)];
    expect(summaryOf(dangerous)).toMatchObject({ gravest: { incidentId: "KH-5" }, sound: "danger" });
  });

  it("is silent for new incidents of lower impact, never for what came back, and none for nothing", () => {
    expect(summaryOf([missed("low", 1, false)])).toMatchObject({ count: 1, sound: null });
    expect(summaryOf([missed("low", 1)])).toMatchObject({ sound: "soft" });
    expect(summaryOf([])).toBeNull();
  });
});
