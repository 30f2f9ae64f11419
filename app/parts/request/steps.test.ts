import { describe, expect, it } from "vitest";
import type { Account } from "@/domain/actor";
import { account, flood, otherSubject, Stage, subject } from "@/tests/support/given";
import { offers } from "../../act/actions";
import { LiveStore } from "../../live/store/store";
import { type OfferedStep, stepsOf } from "./steps";

const request = "KH-00000000-0000-4000-8000-000000000003";
const unit = "LA-00000000-0000-4000-8000-0000000000aa";
const task = "LA-00000000-0000-4000-8000-0000000000bb";
const khmer = account("KH", "commander");
const lao = account("LA", "commander");
const watch = account("LA", "operator");

function stepsFor(stage: Stage, who: Account): readonly OfferedStep[] {
  const store = new LiveStore();
  store.apply(stage.nodes[who.country].applied);
  const found = store.get("requests", request);
  if (!found) throw new Error("the request is not there");
  return stepsOf(store, who, found);
}
/** Names in order; what is owed is starred, what is denied says why. */
const offered = (stage: Stage, who: Account) =>
  stepsFor(stage, who).map(
    ({ name, owed, denial }) => `${name}${owed ? "*" : ""}${denial ? ` ${denial}` : ""}`,
  );

const asked = (body: object = {}) =>
  new Stage()
    .released()
    .do(lao, "unit.register", { callsign: "CHA-07", kind: "patrol" }, unit)
    .do(
      khmer,
      "request.make",
      { incidentId: subject, action: "patrol", urgency: "urgent", ...body },
      request,
    );

describe("the steps of a request", () => {
  it("are each side's and each role's own, what is owed first", () => {
    const stage = asked();
    expect(offered(stage, lao)).toEqual(["accept*", "read*", "counter", "decline"]);
    expect(offered(stage, watch)).toEqual(["read*"]);
    expect(offered(stage, khmer)).toEqual(["withdraw"]);
    expect(offered(stage, account("KH", "auditor"))).toEqual([]);
  });

  it("follow the ball to the asking side and back", () => {
    const stage = asked().do(lao, "request.counter", { action: "watch" }, request);
    expect(offered(stage, lao)).toEqual([]);
    expect(offered(stage, khmer)).toEqual(["acceptCounter*", "refuseCounter", "withdraw"]);
    stage.do(khmer, "request.accept-counter", {}, request);
    expect(offered(stage, lao)).toEqual(["assign*", "complete"]);
    expect(offered(stage, khmer)).toEqual(["withdraw"]);
  });

  it("say why a handover is not completed before both sides have confirmed it", () => {
    const handover = {
      of: "evidence",
      place: flood.place,
      at: "2026-10-15T00:00:00.000Z",
      receivingDesk: "KH-BLO-1",
    };
    const stage = asked({ action: "handover", handover }).do(lao, "request.accept", {}, request);
    expect(offered(stage, watch)).toEqual(["confirm*"]);
    expect(offered(stage, lao)).toEqual(["confirm*", "assign", "complete not-confirmed"]);
    stage.do(watch, "request.confirm", {}, request).do(khmer, "request.confirm", {}, request);
    expect(offered(stage, lao)).toEqual(["complete*", "assign"]);
  });

  it("leave only the task to cancel after a withdrawal, and that on its own side", () => {
    const stage = asked()
      .do(lao, "request.accept", { assign: { taskId: task, unitId: unit } }, request)
      .do(khmer, "request.withdraw", { reason: "found" }, request);
    expect(stepsFor(stage, lao)).toEqual([{ name: "cancelTask", subject: task, owed: true }]);
    expect(offered(stage, khmer)).toEqual([]);
  });
});

describe("asking the partner", () => {
  it("is refused before the release, with what to do first", () => {
    const national = new Stage().do(account("KH", "officer"), "incident.report", flood, otherSubject);
    const store = new LiveStore();
    store.apply(national.nodes.KH.applied);
    const ask = () =>
      offers(store, khmer, national.incident("KH", otherSubject)).find(({ name }) => name === "ask");
    expect(ask()).toMatchObject({ show: true, denial: "not-released" });
    const released = new Stage().released();
    const other = new LiveStore();
    other.apply(released.nodes.LA.applied);
    const found = offers(other, lao, released.incident("LA"));
    expect(found.find(({ name }) => name === "ask")).not.toHaveProperty("denial");
    expect(found.map(({ name }) => name)).toContain("propose");
    expect(found.map(({ name }) => name)).not.toContain("offerTransfer");
  });
});
