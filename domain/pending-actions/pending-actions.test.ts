import { describe, expect, it } from "vitest";
import { contextOf } from "@/tests/support/context";
import { account, Stage, subject } from "@/tests/support/given";
import type { Country } from "../vocabulary";
import { needOf } from "./needs";
import { pendingActionsOf } from "./pending-actions";

const request = "KH-00000000-0000-4000-8000-000000000003";
const proposal = "LA-00000000-0000-4000-8000-000000000004";
const unit = { KH: "KH-00000000-0000-4000-8000-0000000000aa", LA: "LA-00000000-0000-4000-8000-0000000000aa" };
const task = { KH: "KH-00000000-0000-4000-8000-0000000000bb", LA: "LA-00000000-0000-4000-8000-0000000000bb" };
const khmer = account("KH", "commander");
const lao = account("LA", "commander");
const watch = account("LA", "operator");

const released = () =>
  new Stage()
    .released()
    .do(account("KH", "operator"), "incident.verify")
    .do(khmer, "unit.register", { callsign: "STR-21", kind: "patrol" }, unit.KH)
    .do(lao, "unit.register", { callsign: "CHA-07", kind: "patrol" }, unit.LA)
    .do(watch, "incident.acknowledge");
const asked = (body: object = {}) =>
  released().do(
    khmer,
    "request.make",
    { incidentId: subject, action: "patrol", urgency: "urgent", ...body },
    request,
  );

/** The pending actions as both countries derive them: they must agree. */
function owed(stage: Stage): string[] {
  const [ours, theirs] = (["KH", "LA"] as const).map((country) =>
    pendingActionsOf(stage.incident(country), contextOf(stage.nodes[country].fold.picture, subject)).map(
      ({ by, name }) => `${by} ${name}`,
    ),
  );
  expect(theirs).toEqual(ours);
  return ours ?? [];
}
const order = (country: Country) => ({
  incidentId: subject,
  unitId: unit[country],
  action: "joint-patrol",
  requestId: request,
});

describe("what is owed", () => {
  it("passes from hand to hand through a request until it has ended", () => {
    const stage = asked();
    expect(owed(stage)).toEqual(["LA answer-request", "LA read-request"]);
    expect(owed(stage.do(watch, "request.acknowledge", {}, request))).toEqual(["LA answer-request"]);
    expect(owed(stage.do(lao, "request.counter", { action: "watch" }, request))).toEqual([
      "KH answer-counter",
    ]);
    expect(owed(stage.do(khmer, "request.accept-counter", {}, request))).toEqual(["LA assign-unit"]);
    stage.do(lao, "task.assign", { ...order("LA"), action: "watch" }, task.LA);
    expect(owed(stage)).toEqual([]);
    stage.do(lao, "task.acknowledge", {}, task.LA);
    for (const to of ["en_route", "on_scene", "completed"]) stage.do(lao, "task.advance", { to }, task.LA);
    expect(owed(stage)).toEqual(["LA complete-request"]);
    expect(owed(stage.do(lao, "request.complete", { result: "nothing seen" }, request))).toEqual([]);
  });

  it("asks each side for its own unit in a joint patrol", () => {
    const stage = asked({ action: "joint-patrol" }).do(lao, "request.accept", {}, request);
    expect(owed(stage)).toEqual(["KH assign-unit", "LA assign-unit"]);
    expect(owed(stage.do(khmer, "task.assign", order("KH"), task.KH))).toEqual(["LA assign-unit"]);
    expect(owed(stage.do(lao, "task.assign", order("LA"), task.LA))).toEqual([]);
  });

  it("has a task cancelled that nobody asks for any more", () => {
    const stage = asked().do(
      lao,
      "request.accept",
      { assign: { taskId: task.LA, unitId: unit.LA } },
      request,
    );
    expect(owed(stage.do(khmer, "request.withdraw", { reason: "found" }, request))).toEqual([
      "LA cancel-task",
    ]);
    expect(owed(stage.do(lao, "task.cancel", { reason: "withdrawn" }, task.LA))).toEqual([]);
  });

  it("wants a handover confirmed by both sides before its result", () => {
    const handover = {
      of: "evidence",
      place: { lng: 106, lat: 13.929 },
      at: "2026-10-14T00:30:00.000Z",
      receivingDesk: "KH-BLO-1",
    };
    const stage = asked({ action: "handover", handover }).do(lao, "request.accept", {}, request);
    expect(owed(stage)).toEqual(["KH confirm-handover", "LA confirm-handover"]);
    expect(owed(stage.do(watch, "request.confirm", {}, request))).toEqual(["KH confirm-handover"]);
    expect(owed(stage.do(khmer, "request.confirm", {}, request))).toEqual(["LA complete-request"]);
  });

  it("lies with the owner for a proposal, and moves over and back in a transfer", () => {
    const stage = released().do(
      watch,
      "proposal.make",
      { incidentId: subject, changes: { impact: "low" } },
      proposal,
    );
    expect(owed(stage)).toEqual(["KH decide-proposal"]);
    expect(owed(stage.do(khmer, "proposal.decline", { reason: "seen otherwise" }, proposal))).toEqual([]);
    expect(owed(stage.do(khmer, "transfer.offer", { reason: "yours" }))).toEqual(["LA answer-transfer"]);
    expect(owed(stage.do(lao, "transfer.accept"))).toEqual(["KH complete-transfer"]);
    expect(owed(stage.do(khmer, "transfer.complete"))).toEqual([]);
    expect(stage.incident("LA").owner).toBe("LA");
  });
});

describe("what needs somebody", () => {
  it("is to read for the watch desk, to answer for its commander, and nothing for the one who asked", () => {
    const stage = asked();
    const need = (country: Country, viewer: Parameters<typeof needOf>[1]) =>
      needOf(stage.incident(country), viewer, contextOf(stage.nodes[country].fold.picture, subject));
    expect(need("LA", watch)).toBe("read-request");
    expect(need("LA", lao)).toBe("answer-request");
    expect(need("LA", account("LA", "auditor"))).toBeNull();
    expect(need("KH", khmer)).toBeNull();
  });
});
