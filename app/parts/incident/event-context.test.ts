import { describe, expect, it } from "vitest";
import { account, Stage, subject } from "@/tests/support/given";
import { contextsOf, keyOfEvent } from "./event-context";

const request = "KH-00000000-0000-4000-8000-000000000003";
const task = "LA-00000000-0000-4000-8000-0000000000bb";
const units = ["LA-00000000-0000-4000-8000-0000000000a1", "LA-00000000-0000-4000-8000-0000000000a2"] as const;
const khmer = account("KH", "commander");
const lao = account("LA", "commander");

const stage = new Stage()
  .released()
  .do(lao, "unit.register", { callsign: "CHA-07", kind: "patrol" }, units[0])
  .do(lao, "unit.register", { callsign: "CHA-09", kind: "boat" }, units[1])
  .do(khmer, "request.make", { incidentId: subject, action: "patrol", urgency: "urgent" }, request)
  .do(lao, "request.counter", { action: "watch" }, request)
  .do(khmer, "request.accept-counter", {}, request)
  .do(
    lao,
    "task.assign",
    { incidentId: subject, unitId: units[0], action: "watch", requestId: request },
    task,
  )
  .do(lao, "task.acknowledge", {}, task)
  .do(lao, "task.reassign", { unitId: units[1], reason: "broken down" }, task)
  .do(lao, "task.acknowledge", {}, task)
  .do(khmer, "request.withdraw", { reason: "found" }, request);
const events = stage.nodes.LA.applied;

const contexts = contextsOf(events, () => ({}));
const of = (type: string) =>
  events.filter((event) => event.type === type).map((event) => contexts.get(keyOfEvent(event)));

describe("what an event is about", () => {
  it("names the unit that had the task then, not the one that has it now", () => {
    expect(of("task.acknowledged")).toEqual([
      { callsign: "CHA-07", action: "watch" },
      { callsign: "CHA-09", action: "watch" },
    ]);
  });

  it("names the counter's action from its acceptance on", () => {
    expect(of("request.made")).toEqual([{ action: "patrol" }]);
    expect(of("request.countered")).toEqual([{ action: "watch" }]);
    expect(of("request.counter-accepted")).toEqual([{ action: "watch" }]);
    expect(of("request.withdrawn")).toEqual([{ action: "watch" }]);
  });

  it("falls back on the picture where the beginning is not loaded", () => {
    const last = events.filter(({ type }) => type === "task.acknowledged").slice(-1);
    const found = contextsOf(last, () => ({ callsign: "CHA-09" }));
    expect([...found.values()]).toEqual([{ callsign: "CHA-09" }]);
  });
});
