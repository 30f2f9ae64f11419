import { describe, expect, it } from "vitest";
import { account, flood, Stage } from "@/tests/support/given";
import { LiveStore } from "../../live/store/store";
import { snapshotOf } from "../../live/testing/doubles";
import { drawingList } from "./use-drawings";
import { freshnessOf } from "./use-units";

const drawn = "KH-00000000-0000-4000-8000-000000000009";
const point = { shape: "point", geometry: { type: "Point", coordinates: [106, 14] }, audience: "joint" };
const commander = account("KH", "commander");

describe("drawingList", () => {
  const stage = new Stage().do(account("KH", "officer"), "incident.report", flood);
  stage.do(commander, "drawing.put", point, drawn).do(commander, "drawing.remove", {}, drawn);
  const events = stage.nodes.KH.applied;
  const [reported, put, removed] = [events.slice(0, 1), events.slice(1, 2), events.slice(2)];

  it("gives a new list when a drawing is put or removed, and none for anything else", () => {
    const store = new LiveStore();
    const empty = snapshotOf([]);
    if (empty.mode === "snapshot") store.replace(empty.picture, empty.vector, empty.heads);
    const list = drawingList(store);
    let told = 0;
    list.subscribe(() => {
      told += 1;
    });
    store.apply(reported);
    expect(told).toBe(0);
    store.apply(put);
    expect(list.get().map(({ id, owner, shared }) => [id, owner, shared])).toEqual([[drawn, "KH", true]]);
    store.apply(removed);
    expect([told, list.get()]).toEqual([2, []]);
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

describe("freshnessOf", () => {
  it.each([
    [0, "fresh"],
    [120_000, "fresh"],
    [120_001, "stale"],
    [900_000, "stale"],
    [900_001, "lost"],
  ])("%i ms old is %s", (age, freshness) => {
    expect(freshnessOf(age)).toBe(freshness);
  });
});
