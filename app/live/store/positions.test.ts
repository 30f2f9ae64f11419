import { describe, expect, it } from "vitest";
import type { Country } from "@/domain/vocabulary";
import { account, Stage, subject } from "@/tests/support/given";
import { LiveStore } from "./store";

const unit = "KH-00000000-0000-4000-8000-000000000021";
const task = "KH-00000000-0000-4000-8000-000000000031";
const commander = account("KH", "commander");

/** A joint patrol from its beginning to its end, as a screen of this country receives it. */
function jointPatrol(country: Country) {
  const stage = new Stage().released();
  stage.do(commander, "unit.register", { callsign: "STR-21", kind: "patrol" }, unit);
  const order = { incidentId: subject, unitId: unit, action: "joint-patrol", shared: true };
  stage.do(commander, "task.assign", order, task);
  const { applied } = stage.nodes[country];
  const begun = applied.length;
  stage.do(commander, "task.cancel", { reason: "no longer needed" }, task);
  return { begin: applied.slice(0, begun), end: applied.slice(begun) };
}

function screenOn(country: Country) {
  const { begin, end } = jointPatrol(country);
  const store = new LiveStore();
  store.apply(begin);
  store.setPositions([[unit, 106, 13.9, 1, null, null]]);
  let notified = 0;
  store.subscribe("positions", () => {
    notified += 1;
  });
  store.apply(end);
  return { positions: store.positions.length, notified };
}

describe("where a unit is, after its joint task has ended", () => {
  it("S12 leaves the partner's screen with the very event, and the map is notified", () => {
    expect(screenOn("LA")).toEqual({ positions: 0, notified: 1 });
  });

  it("stays on the own country's", () => {
    expect(screenOn("KH")).toEqual({ positions: 1, notified: 0 });
  });
});

describe("positions in the live store", () => {
  it("keeps the latest of each unit and forgets all when a whole set begins", () => {
    const store = new LiveStore();
    store.setPositions([
      ["a", 106, 14, 1, null, null],
      ["b", 105, 14, 1, null, null],
    ]);
    store.setPositions([["a", 106.1, 14, 2, 90, null]]);
    expect(store.positions.map(([id, lng]) => [id, lng])).toEqual([
      ["a", 106.1],
      ["b", 105],
    ]);
    store.setPositions([], true);
    expect(store.positions).toEqual([]);
  });
});
