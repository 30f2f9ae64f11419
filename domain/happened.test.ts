import { describe, expect, test } from "vitest";
import { start } from "@/tests/simulation/world";
import { account, flood, otherSubject, outcomeOf, Stage, subject } from "@/tests/support/given";
import type { Account } from "./actor";
import { commandBodies } from "./commands";

const at = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();
const unit = "KH-00000000-0000-4000-8000-00000000aaaa";
const task = "KH-00000000-0000-4000-8000-00000000bbbb";
const request = "LA-00000000-0000-4000-8000-00000000cccc";

const commander = account("KH", "commander");
const partner = account("LA", "commander");

/** A flood that happened two minutes after the start; each step of a stage takes a minute. */
function stage(): Stage {
  const report = { ...flood, occurredAt: at(2) };
  return new Stage()
    .do(commander, "unit.register", { callsign: "Boat 1", kind: "boat" }, unit)
    .do(account("KH", "operator"), "message.post", { phrase: { id: "call-us", slots: {} } }, otherSubject)
    .released(report);
}
const assigned = (shared: boolean): Stage =>
  stage().do(commander, "task.assign", { incidentId: subject, unitId: unit, action: "watch", shared }, task);
const asked = (): Stage =>
  stage().do(partner, "request.make", { incidentId: subject, action: "watch", urgency: "urgent" }, request);
const countered = (): Stage => asked().do(commander, "request.counter", { action: "patrol" }, request);

type Case = { given: () => Stage; who: Account; body: object; on: string };
const reason = { reason: "told by radio" };
const note = { text: { text: "seen", lang: "en" } };

/** Every command that may say when it happened, and a stage on which it may be given. */
const cases: Record<string, Case> = {
  "incident.note": { given: stage, who: commander, body: note, on: subject },
  "message.post": {
    given: stage,
    who: commander,
    body: { incidentId: subject, ...note },
    on: "KH-00000000-0000-4000-8000-00000000dddd",
  },
  "task.assign": {
    given: stage,
    who: commander,
    body: { incidentId: subject, unitId: unit, action: "watch" },
    on: task,
  },
  "task.acknowledge": { given: () => assigned(false), who: commander, body: {}, on: task },
  "task.advance": {
    given: () => assigned(true).do(commander, "task.acknowledge", {}, task),
    who: commander,
    body: { to: "en_route" },
    on: task,
  },
  "task.decline": { given: () => assigned(false), who: commander, body: reason, on: task },
  "task.cancel": { given: () => assigned(true), who: commander, body: reason, on: task },
  "task.reassign": {
    given: () => assigned(false).do(commander, "unit.register", { callsign: "Boat 2", kind: "boat" }, other),
    who: commander,
    body: { unitId: "KH-00000000-0000-4000-8000-00000000eeee", ...reason },
    on: task,
  },
  "request.make": {
    given: stage,
    who: partner,
    body: { incidentId: subject, action: "watch", urgency: "urgent" },
    on: request,
  },
  "request.withdraw": { given: asked, who: partner, body: reason, on: request },
  "request.acknowledge": { given: asked, who: commander, body: {}, on: request },
  "request.accept": { given: asked, who: commander, body: {}, on: request },
  "request.decline": { given: asked, who: commander, body: reason, on: request },
  "request.counter": { given: asked, who: commander, body: { action: "patrol" }, on: request },
  "request.accept-counter": { given: countered, who: partner, body: {}, on: request },
  "request.refuse-counter": { given: countered, who: partner, body: reason, on: request },
  "request.complete": {
    given: () => asked().do(commander, "request.accept", {}, request),
    who: commander,
    body: { result: "done" },
    on: request,
  },
  "request.confirm": {
    given: () =>
      stage()
        .do(
          partner,
          "request.make",
          { incidentId: subject, action: "handover", urgency: "urgent", handover },
          request,
        )
        .do(commander, "request.accept", {}, request),
    who: commander,
    body: {},
    on: request,
  },
};
const other = "KH-00000000-0000-4000-8000-00000000eeee";
const handover = { of: "evidence", place: flood.place, at: at(8), receivingDesk: "LA-BLO-1" };

/** Those that begin something have no step before them. */
const first = new Set(["incident.note", "message.post", "task.assign", "request.make"]);

describe("T4 what happened is not before its incident, nor before the thing's own earlier step", () => {
  test("every command that takes happenedAt is tried here", () => {
    const timed = Object.entries(commandBodies).filter(([, schema]) => "happenedAt" in schema.shape);
    expect(timed.map(([type]) => type).sort()).toEqual(Object.keys(cases).sort());
  });

  test.each(Object.entries(cases))("%s", (type, { given, who, body, on }) => {
    const tried = (happenedAt: string) => {
      const decision = given().run(who, type, { ...body, happenedAt }, on);
      return decision.ok ? "accepted" : `${outcomeOf(decision)} ${decision.denial.path}`;
    };
    expect(tried(at(1))).toBe("before-incident body.happenedAt");
    expect(tried("2001-01-01T00:00:00.000Z")).toBe("before-incident body.happenedAt");
    expect(tried(at(2))).toBe(first.has(type) ? "accepted" : "time-order body.happenedAt");
    expect(tried(at(9))).toBe("accepted");
  });

  test("what the two sides do beside each other has no order", () => {
    const withdrawn = asked()
      .do(commander, "request.accept", {}, request)
      .run(partner, "request.withdraw", { ...reason, happenedAt: at(6) }, request);
    expect(outcomeOf(withdrawn)).toBe("accepted");
    const message = stage().run(commander, "message.post", { ...note, happenedAt: at(1) }, task);
    expect(outcomeOf(message)).toBe("accepted");
  });
});
