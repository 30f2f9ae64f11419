import { describe, expect, it } from "vitest";
import { account, outcomeOf, Stage, subject } from "@/tests/support/given";
import { clocksOf } from "../clock/clocks";
import { agreedOf } from "./machine";

const request = "KH-00000000-0000-4000-8000-000000000003";
const unit = "KH-00000000-0000-4000-8000-0000000000aa";
const task = "KH-00000000-0000-4000-8000-0000000000bb";
const khmer = account("KH", "commander");
const lao = account("LA", "commander");
const counter = { action: "joint-patrol", dueAt: "2026-10-15T00:00:00.000Z" };

const countered = () =>
  new Stage()
    .released()
    .do(khmer, "request.make", { incidentId: subject, action: "patrol", urgency: "urgent" }, request)
    .do(lao, "request.counter", counter, request);
const requestOf = (stage: Stage) => {
  const found = stage.nodes.KH.fold.picture.requests.get(request);
  if (!found) throw new Error("the request is not there");
  return found;
};

describe("a counter that was accepted", () => {
  it("replaces action and time, and the clock of the work runs to the new time", () => {
    const stage = countered();
    expect(agreedOf(requestOf(stage))).toEqual({ action: "patrol" });
    stage.do(khmer, "request.accept-counter", {}, request);
    expect(agreedOf(requestOf(stage))).toEqual(counter);
    const clock = clocksOf(stage.nodes.KH.fold.picture).find(({ kind }) => kind === "task-due");
    expect(clock).toMatchObject({ about: request, due: "LA", dueAt: counter.dueAt });
  });

  it("to a joint patrol lets the asking side assign its own unit too", () => {
    const stage = countered().do(khmer, "unit.register", { callsign: "STR-21", kind: "boat" }, unit);
    const order = { incidentId: subject, unitId: unit, action: "joint-patrol", requestId: request };
    expect(outcomeOf(stage.run(khmer, "task.assign", order, task))).toBe("bad-target");
    stage.do(khmer, "request.accept-counter", {}, request).do(khmer, "task.assign", order, task);
    expect(requestOf(stage).taskIds).toEqual([task]);
  });

  it("S7 never leads to a handover past a protection flag", () => {
    const stage = new Stage()
      .released()
      .do(khmer, "request.make", { incidentId: subject, action: "patrol", urgency: "urgent" }, request)
      .do(lao, "request.counter", { action: "handover" }, request)
      .do(khmer, "incident.revise", { changes: { protection: true } });
    expect(outcomeOf(stage.run(khmer, "request.accept-counter", {}, request))).toBe("protection-flag");
  });
});

describe("a handover under way", () => {
  const place = { lng: 106, lat: 13.93 };
  const handover = { of: "persons", place, at: "2026-10-14T00:30:00.000Z", receivingDesk: "LA-POL" };
  const make = { incidentId: subject, action: "handover", urgency: "urgent", handover };
  const order = { incidentId: subject, unitId: unit, action: "handover", requestId: request };
  const underWay = () =>
    new Stage()
      .released()
      .do(khmer, "unit.register", { callsign: "STR-21", kind: "boat" }, unit)
      .do(khmer, "request.make", make, request)
      .do(lao, "request.accept", {}, request)
      .do(khmer, "task.assign", order, task)
      .do(khmer, "task.acknowledge", {}, task);

  it("S7 stops where it stands once protection was asked for: no step, no confirmation, only an end", () => {
    const stage = underWay().do(khmer, "incident.revise", { changes: { protection: true } });
    expect(outcomeOf(stage.run(khmer, "task.advance", { to: "en_route" }, task))).toBe("protection-flag");
    expect(outcomeOf(stage.run(khmer, "request.confirm", { count: 3 }, request))).toBe("protection-flag");
    expect(outcomeOf(stage.run(khmer, "task.cancel", { reason: "protection" }, task))).toBe("accepted");
    expect(outcomeOf(stage.run(khmer, "request.withdraw", { reason: "protection" }, request))).toBe(
      "accepted",
    );
  });

  it("goes on when a protection officer has cleared the flag", () => {
    const stage = underWay()
      .do(khmer, "incident.revise", { changes: { protection: true } })
      .do(account("KH", "protection"), "protection.clear", { reason: "asked again, alone" });
    expect(outcomeOf(stage.run(khmer, "task.advance", { to: "en_route" }, task))).toBe("accepted");
    expect(outcomeOf(stage.run(khmer, "request.confirm", { count: 3 }, request))).toBe("accepted");
  });
});

it("accepting with a task of a foreign subject is refused, and accepts nothing", () => {
  const stage = new Stage()
    .released()
    .do(lao, "unit.register", { callsign: "CHA-99", kind: "boat" }, unit.replace("KH-", "LA-"))
    .do(khmer, "request.make", { incidentId: subject, action: "patrol", urgency: "urgent" }, request);
  const assign = { taskId: task, unitId: unit.replace("KH-", "LA-") };
  const decision = stage.run(lao, "request.accept", { assign }, request);
  expect(decision).toMatchObject({
    ok: false,
    denial: { reason: "foreign-subject", path: "body.assign.taskId" },
  });
  expect(requestOf(stage).status).toBe("made");
});

it("nobody new is sent to what was recalled, and what is under way can be ended", () => {
  const boat = unit.replace("KH-", "LA-");
  const other = "LA-00000000-0000-4000-8000-0000000000ab";
  const sent = task.replace("KH-", "LA-");
  const stage = new Stage()
    .released()
    .do(lao, "unit.register", { callsign: "CHA-99", kind: "boat" }, boat)
    .do(lao, "unit.register", { callsign: "CHA-98", kind: "boat" }, other)
    .do(khmer, "request.make", { incidentId: subject, action: "patrol", urgency: "urgent" }, request)
    .do(lao, "request.accept", { assign: { taskId: sent, unitId: boat } }, request)
    .do(khmer, "release.recall", { reason: "wrong place" });
  expect(outcomeOf(stage.run(lao, "task.reassign", { unitId: other, reason: "nearer" }, sent))).toBe(
    "wrong-sharing",
  );
  expect(outcomeOf(stage.run(lao, "task.cancel", { reason: "recalled" }, sent))).toBe("accepted");
});
