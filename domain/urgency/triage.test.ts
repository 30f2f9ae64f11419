import { describe, expect, it } from "vitest";
import { contextOf } from "@/tests/support/context";
import { account, flood, Stage, subject } from "@/tests/support/given";
import type { Account } from "../actor";
import { clocksOf } from "../clock/clocks";
import { needOf } from "../pending-actions/needs";
import { pendingActionsOf } from "../pending-actions/pending-actions";
import { unseenOf } from "../pending-actions/unseen";
import { roles } from "../vocabulary";
import { type Standing, triageGroupOf, unseenFor } from "./triage";

const request = "KH-00000000-0000-4000-8000-000000000003";
const khmer = account("KH", "commander");
const lao = account("LA", "commander");
const watch = account("LA", "operator");
const boat = "LA-00000000-0000-4000-8000-0000000000aa";
const task = "LA-00000000-0000-4000-8000-0000000000bb";
const patrol = "KH-00000000-0000-4000-8000-0000000000cc";
const ownTask = "KH-00000000-0000-4000-8000-0000000000dd";

/** Where the incident stands for an account, as its own country's node derives it. */
function groupFor(stage: Stage, viewer: Account, unseen: Standing["unseen"] = null) {
  const { picture } = stage.nodes[viewer.country].fold;
  const entity = stage.seen(viewer.country);
  if (!entity) throw new Error("it is not there");
  const context = contextOf(picture, subject);
  const standing: Standing = {
    need: needOf(entity, viewer, context),
    unseen,
    pending: pendingActionsOf(entity, context),
    clocks: clocksOf(picture).filter(({ incidentId }) => incidentId === subject),
    tasks: [...picture.tasks.values()].filter(({ incidentId }) => incidentId === subject),
  };
  return triageGroupOf(entity, standing, viewer.country);
}

/** Released, verified and read: nothing is due from anybody. */
const settled = () =>
  new Stage().released().do(account("KH", "operator"), "incident.verify").do(watch, "incident.acknowledge");
const asked = () =>
  settled()
    .do(lao, "unit.register", { callsign: "CHA-07", kind: "boat" }, boat)
    .do(khmer, "request.make", { incidentId: subject, action: "patrol", urgency: "urgent" }, request);

describe("K15 imported history", () => {
  const imported = () =>
    new Stage().do(account("KH", "operator"), "incident.report", { ...flood, historical: true });
  const desk = account("KH", "operator");

  it("is folded while it has only to be verified, for every account of its country", () => {
    const stage = imported();
    for (const role of ["operator", "commander", "auditor"] as const)
      expect(groupFor(stage, account("KH", role))).toBe("imported");
    stage.do(desk, "incident.verify");
    expect(groupFor(stage, desk)).toBe("quiet");
  });

  it("comes out of the fold with whatever else it asks for", () => {
    expect(groupFor(imported(), desk, "mine")).toBe("needs");
    const revised = imported().do(desk, "incident.revise", { changes: { impact: "very-high" } });
    expect(groupFor(revised, desk)).toBe("needs");
    const asked = imported().do(desk, "release.request");
    expect(groupFor(asked, khmer)).toBe("needs");
    const released = asked.do(khmer, "release.approve");
    expect(groupFor(released, watch)).toBe("needs");
    const worked = imported()
      .do(khmer, "unit.register", { callsign: "STR-07", kind: "patrol" }, patrol)
      .do(khmer, "task.assign", { incidentId: subject, unitId: patrol, action: "patrol" }, ownTask);
    expect(groupFor(worked, khmer)).toBe("needs");
  });
});

describe("the group of an incident", () => {
  it("U2 is 'needs you' for who can act, 'waiting for the partner' for who cannot", () => {
    const stage = new Stage().released().do(account("KH", "operator"), "incident.verify");
    expect(groupFor(stage, watch)).toBe("needs");
    expect(groupFor(stage, khmer)).toBe("partner");
    stage.do(watch, "incident.acknowledge");
    expect([groupFor(stage, watch), groupFor(stage, khmer)]).toEqual(["quiet", "quiet"]);
  });

  it("U2 follows a request from hand to hand until nothing is due", () => {
    const stage = asked();
    const both = () => [groupFor(stage, khmer), groupFor(stage, lao)];
    expect(both()).toEqual(["partner", "needs"]);
    stage.do(lao, "request.counter", { action: "watch" }, request);
    expect(both()).toEqual(["needs", "partner"]);
    stage.do(khmer, "request.accept-counter", {}, request);
    expect(both()).toEqual(["partner", "needs"]);
    stage.do(
      lao,
      "task.assign",
      { incidentId: subject, unitId: boat, action: "watch", requestId: request },
      task,
    );
    expect(both()).toEqual(["running", "running"]);
    stage.do(lao, "task.acknowledge", {}, task);
    for (const to of ["en_route", "on_scene", "completed"]) stage.do(lao, "task.advance", { to }, task);
    expect(both()).toEqual(["partner", "needs"]);
    stage.do(lao, "request.complete", { result: "nothing seen" }, request);
    expect(both()).toEqual(["quiet", "quiet"]);
  });

  it("U2 is 'running' while an own unit works, and while a commander of the own side owes something", () => {
    const stage = settled()
      .do(khmer, "unit.register", { callsign: "STR-21", kind: "patrol" }, patrol)
      .do(khmer, "task.assign", { incidentId: subject, unitId: patrol, action: "watch" }, ownTask);
    expect(groupFor(stage, khmer)).toBe("running");
    expect(groupFor(stage, watch)).toBe("quiet");
    stage.do(khmer, "task.cancel", { reason: "not needed" }, ownTask);
    expect(groupFor(stage, khmer)).toBe("quiet");
    const request = asked().do(watch, "request.acknowledge", {}, "KH-00000000-0000-4000-8000-000000000003");
    expect(groupFor(request, watch)).toBe("running");
  });

  it("U2 is never 'quiet' while a deadline of the own side runs, whoever looks", () => {
    const stage = new Stage().do(account("KH", "officer"), "incident.report", flood);
    expect(groupFor(stage, account("KH", "operator"))).toBe("needs");
    for (const role of ["auditor", "protection", "officer"] as const) {
      expect(groupFor(stage, account("KH", role)), role).toBe("running");
    }
  });

  it("U2 is 'needs you' for what came back unseen, and never 'quiet' for those who cannot clear it", () => {
    expect(groupFor(settled(), khmer, "mine")).toBe("needs");
    expect(groupFor(settled(), account("KH", "auditor"), "others")).toBe("running");
  });

  it("U2 takes what came back from the one model of what is unseen, for desks as theirs", () => {
    const stage = asked().do(lao, "request.decline", { reason: "no boat" }, request);
    const { picture } = stage.nodes.KH.fold;
    const unseen = unseenOf(stage.incident("KH"), contextOf(picture, subject), "KH");
    expect(unseen.map(({ what }) => what)).toEqual(["request-declined"]);
    const mine = roles.filter((role) => unseenFor(role, unseen) === "mine");
    expect([...mine].sort()).toEqual(["commander", "operator"]);
    expect(groupFor(stage, khmer, unseenFor("commander", unseen))).toBe("needs");
    for (const role of roles) expect(unseenFor(role, [])).toBeNull();
  });

  it("U2 is 'closed' once it is over, and not before the partner has read a recall", () => {
    const stage = settled().do(account("KH", "operator"), "incident.close", { outcome: "resolved" });
    expect([groupFor(stage, khmer), groupFor(stage, lao)]).toEqual(["closed", "closed"]);
    const recalled = settled().do(khmer, "release.recall", { reason: "wrong" });
    expect([groupFor(recalled, khmer), groupFor(recalled, watch)]).toEqual(["partner", "needs"]);
    recalled.do(watch, "release.acknowledge-recall");
    expect([groupFor(recalled, khmer), groupFor(recalled, watch)]).toEqual(["quiet", "closed"]);
  });
});
