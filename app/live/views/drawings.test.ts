import { expect, it } from "vitest";
import { account, flood, Stage } from "@/tests/support/given";
import { LiveStore } from "../store/store";
import { Drawings } from "./drawings";

const drawn = "KH-00000000-0000-4000-8000-000000000009";
const point = { shape: "point", geometry: { type: "Point", coordinates: [106, 14] }, audience: "joint" };
const commander = account("KH", "commander");

it("gives a new list when a drawing is put, changed or removed, and none for anything else", () => {
  const stage = new Stage().do(account("KH", "officer"), "incident.report", flood);
  stage
    .do(commander, "drawing.put", point, drawn)
    .do(commander, "drawing.put", { ...point, label: "Sector 4" }, drawn)
    .do(commander, "drawing.remove", {}, drawn);
  const [reported, put, changed, removed] = stage.nodes.KH.applied.map((event) => [event]);
  const store = new LiveStore();
  const drawings = new Drawings(store);
  const lists: unknown[] = [];
  drawings.subscribe(() => lists.push(drawings.list.map(({ id, owner, label }) => [id, owner, label])));
  for (const events of [reported, put, changed, removed]) store.apply(events ?? []);
  expect(lists).toEqual([[[drawn, "KH", undefined]], [[drawn, "KH", "Sector 4"]], []]);
});
