import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { everyDatabase, type TestDatabase, type TestDatabases } from "../testing/databases";
import type { FenceRow, Fences } from "../types";
import { createFences } from "./fences";

const minute = 60_000;
const begin = Date.parse("2026-11-01T00:00:00.000Z");
const row = (number: number, parts: Partial<FenceRow> = {}): FenceRow => ({
  ...{ id: `n${number}`, centre: "KH", country: "KH", drawing: "KH-area", warning: "enter", unit: "KH-a" },
  ...{ callsign: "STR-21", label: "Closed forest", at: begin + number * minute, ...parts },
});

describe.each(everyDatabase)("what watched areas have warned of, on %s", (_, open) => {
  let databases: TestDatabases;
  let database: TestDatabase;
  let fences: Fences;
  const ids = async (since = begin, most = 10, centre: "KH" | "LA" = "KH") =>
    (await createFences(database.second).unseen(centre, since, most)).map(({ id }) => id);
  beforeAll(async () => {
    databases = await open();
  });
  beforeEach(async () => {
    database = await databases.create();
    fences = createFences(database.first);
  });
  afterEach(() => database.drop());
  afterAll(() => databases.stop());

  test("is told the newest first, to its own centre, up to a number", async () => {
    await fences.tell([], 0);
    await fences.tell([row(0), row(2), row(1), row(3, { centre: "LA" })], 0);
    expect(await fences.unseen("KH", begin, 1)).toEqual([row(2)]);
    expect([await ids(), await ids(begin + minute), await ids(begin, 10, "LA")]).toEqual([
      ["n2", "n1", "n0"],
      ["n2", "n1"],
      ["n3"],
    ]);
  });

  test("is kept once, though several processes tell it at about the same time", async () => {
    const processes = [fences, createFences(database.second), fences];
    await Promise.all(
      processes.map((one, index) => one.tell([row(index, { at: begin + index * 700 })], minute)),
    );
    expect(await ids()).toHaveLength(1);
    const others = [row(4, { warning: "leave" }), row(5, { unit: "KH-b" }), row(6, { drawing: "KH-other" })];
    await fences.tell([...others.map((one) => ({ ...one, at: begin })), row(7)], minute);
    expect(await ids()).toHaveLength(5);
  });

  test("is told no more once a desk has seen it, and only of its own centre", async () => {
    await fences.tell([row(0), row(1)], 0);
    await fences.see("LA", ["n0"], "LA-JOC-1", begin);
    expect(await ids()).toEqual(["n1", "n0"]);
    await fences.see("KH", ["n0", "n9"], "KH-JOC-1", begin);
    expect(await ids()).toEqual(["n1"]);
  });

  test("can be forgotten, and is deleted after its time", async () => {
    await fences.tell([row(0), row(1), row(2)], 0);
    await fences.forget(["n2"]);
    await fences.deleteBefore(begin + minute);
    expect(await ids()).toEqual(["n1"]);
  });
});
