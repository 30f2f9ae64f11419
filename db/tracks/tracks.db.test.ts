import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TrackPoint } from "@/domain/unit/track";
import { everyDatabase, type TestDatabase, type TestDatabases } from "../testing/databases";
import type { TrackRow, Tracks } from "../types";
import { createTracks } from "./tracks";

const minute = 60_000;
const begin = Date.parse("2026-11-01T00:00:00.000Z");
const point = (number: number): TrackPoint => [106.0001 + number / 1_000, 13.9, begin + number * minute];
const row = (number: number, unitId = "KH-a", country: TrackRow["country"] = "KH"): TrackRow => ({
  country,
  unitId,
  point: point(number),
});
const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);

describe.each(everyDatabase)("tracks on %s", (_, open) => {
  let databases: TestDatabases;
  let database: TestDatabase;
  let tracks: Tracks;
  beforeAll(async () => {
    databases = await open();
  });
  beforeEach(async () => {
    database = await databases.create();
    tracks = createTracks(database.first);
  });
  afterEach(() => database.drop());
  afterAll(() => databases.stop());

  test("return a unit's points unchanged, oldest first, and no other unit's", async () => {
    await tracks.write([row(2), row(0), row(1), row(1, "KH-b"), row(1, "KH-a", "LA")]);
    const all = await createTracks(database.second).read({ country: "KH", unitId: "KH-a", limit: 10 });
    expect(all).toEqual([point(0), point(1), point(2)]);
  });

  test("ignore a point that exists already, and an empty list", async () => {
    await tracks.write([row(0)]);
    await tracks.write([row(0), row(1)]);
    await tracks.write([]);
    expect(await tracks.read({ country: "KH", unitId: "KH-a", limit: 10 })).toHaveLength(2);
  });

  test("are read between two moments, both included; the newest when there are too many", async () => {
    await tracks.write(numbers(10).map((number) => row(number)));
    const query = { country: "KH", unitId: "KH-a" } as const;
    const between = await tracks.read({ ...query, fromMs: point(3)[2], toMs: point(5)[2], limit: 10 });
    expect(between).toEqual([point(3), point(4), point(5)]);
    expect(await tracks.read({ ...query, toMs: point(5)[2], limit: 2 })).toEqual([point(4), point(5)]);
  });

  test("accept thousands of points at once", async () => {
    await tracks.write(numbers(2_500).map((number) => row(number)));
    expect(await tracks.read({ country: "KH", unitId: "KH-a", limit: 5_000 })).toHaveLength(2_500);
  });

  test("delete old points up to a limit, and no newer ones", async () => {
    await tracks.write(numbers(10).map((number) => row(number)));
    const before = point(6)[2];
    expect([await tracks.deleteBefore(before, 4), await tracks.deleteBefore(before, 4)]).toEqual([4, 2]);
    expect(await tracks.deleteBefore(before, 4)).toBe(0);
    const left = await tracks.read({ country: "KH", unitId: "KH-a", limit: 10 });
    expect(left).toEqual([6, 7, 8, 9].map(point));
  });
});
