import { describe, expect, it } from "vitest";
import { clocksOf } from "@/domain/clock/clocks";
import type { FullEvent } from "@/domain/events";
import { account, flood, otherSubject, Stage, subject, victims } from "@/tests/support/given";
import { LiveStore } from "../store/store";
import { loadSnapshot } from "../testing/doubles";
import { Clocks } from "./clocks";

const commander = account("KH", "commander");
const lao = account("LA", "commander");
const unit = "LA-00000000-0000-4000-8000-0000000000a1";
const request = "KH-00000000-0000-4000-8000-0000000000b1";
const second = "KH-00000000-0000-4000-8000-0000000000b2";
const task = "LA-00000000-0000-4000-8000-0000000000c1";

const stage = new Stage()
  .released({ ...flood, dangerToLife: true })
  .do(account("KH", "officer"), "incident.report", victims, otherSubject)
  .do(lao, "unit.register", { callsign: "CHA-99", kind: "boat" }, unit)
  .do(
    commander,
    "request.make",
    { incidentId: subject, action: "rescue", urgency: "danger-to-life" },
    request,
  )
  .do(commander, "request.make", { incidentId: subject, action: "watch", urgency: "routine" }, second)
  .do(lao, "request.acknowledge", {}, request)
  .do(
    lao,
    "request.accept",
    { assign: { taskId: task, unitId: unit, dueAt: "2027-01-01T00:00:00.000Z" } },
    request,
  )
  .do(commander, "request.withdraw", { reason: "found" }, request)
  .do(lao, "task.acknowledge", {}, task)
  .do(account("KH", "operator"), "incident.verify", {}, otherSubject)
  .do(lao, "task.cancel", { reason: "no longer asked for" }, task);

function watch(events: readonly FullEvent[] = []) {
  const store = new LiveStore();
  const clocks = new Clocks(store);
  clocks.subscribe(() => {});
  for (const event of events) store.apply([event]);
  return { store, clocks };
}

describe("a screen's clocks", () => {
  it.each(["KH", "LA"] as const)("R6 are after every event what the whole picture gives (%s)", (country) => {
    const { store, clocks } = watch();
    const kinds = new Set<string>();
    for (const event of stage.nodes[country].applied) {
      store.apply([event]);
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      expect([...clocks.all].sort(byId)).toEqual(clocksOf(store.picture).sort(byId));
      for (const { kind } of clocks.all) kinds.add(kind);
    }
    expect(kinds).toContain("request-answer");
    expect(kinds).toContain("task-after-withdrawal");
    expect(kinds.has("screening")).toBe(country === "KH");
  });

  it("are the same after a snapshot", () => {
    const { applied } = stage.nodes.LA;
    const moved = watch(applied);
    const store = new LiveStore();
    const clocks = new Clocks(store);
    clocks.subscribe(() => {});
    loadSnapshot(store, applied);
    expect(clocks.all).toEqual(moved.clocks.all);
  });

  it("of one incident stay the same list until they change", () => {
    const { store, clocks } = watch();
    const lists = new Set<unknown>();
    clocks.subscribe(() => lists.add(clocks.ofIncident(otherSubject)));
    for (const event of stage.nodes.KH.applied) store.apply([event]);
    // None before it is reported, one list after it and one after it is verified; other incidents add none.
    expect(lists.size).toBe(3);
    expect(clocks.ofIncident(otherSubject).map(({ kind }) => kind)).toEqual(["screening"]);
  });
});
