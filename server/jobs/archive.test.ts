import { v4 } from "uuid";
import { describe, expect, it } from "vitest";
import { systemAccount } from "@/db/seed/accounts";
import { MemoryLog } from "@/db/testing/memory-log";
import { streams } from "@/domain/envelope";
import { evolve } from "@/domain/picture";
import { countries } from "@/domain/vocabulary";
import { CountryView } from "../feed/country-view";
import { account, pipelineOn, subjectOf } from "../testing/given";
import { deleteOldTracks, removeExpiredDrawings } from "./archive";

describe("S9 old tracks", () => {
  it("are deleted after the number of days in the site's settings, and logged when there were any", async () => {
    const asked: number[] = [];
    const logged: unknown[] = [];
    const round = (gone: number) => ({
      tracks: {
        write: async () => undefined,
        read: async () => [],
        deleteBefore: async (beforeMs: number) => {
          asked.push(beforeMs);
          return gone;
        },
      },
      trackDays: 30,
      now: () => new Date("2026-11-25T12:00:00.000Z"),
    });
    const logger = { info: (line: unknown) => void logged.push(line) };
    await deleteOldTracks(round(3), logger);
    await deleteOldTracks(round(0), logger);
    expect(asked.map((ms) => new Date(ms).toISOString())).toEqual(Array(2).fill("2026-10-26T12:00:00.000Z"));
    expect(logged).toEqual([{ points: 3 }]);
  });
});

describe("S9 expired drawings", () => {
  const begin = Date.parse("2026-11-25T12:00:00.000Z");
  const minute = 60_000;
  const iso = (ms: number) => new Date(ms).toISOString();

  /** Both countries' views of a log, and a job that runs on it. */
  function site() {
    const log = new MemoryLog();
    const time = { ms: begin };
    const pipeline = pipelineOn(log, { now: () => iso(time.ms) });
    const views = new Map(countries.map((country) => [country, new CountryView(country, evolve)]));
    const secret = "only for this test, of no use to anyone";
    const systemAccounts = new Map(countries.map((country) => [country, systemAccount(country, secret)]));
    const logger = { info: () => undefined };
    const read = async () => {
      for (const view of views.values()) view.apply(await log.readAfter(view.vector, streams));
    };
    const run = async () => {
      await removeExpiredDrawings({ views, systemAccounts, pipeline, now: () => new Date(time.ms) }, logger);
      await read();
    };
    const put = (country: "KH" | "LA", parts: object) => {
      const geometry = { type: "Point", coordinates: [106, 13.9] };
      const body = { shape: "point", geometry, ...parts };
      const command = { id: v4(), type: "drawing.put", subject: subjectOf(country), body };
      return pipeline.submit(command, account(country, "commander"));
    };
    const sent = () =>
      countries.map((country) => views.get(country)?.snapshot("full").drawings.length ?? Number.NaN);
    return { time, pipeline, views, read, run, put, sent };
  }

  it("2 000 of them leave the picture within bounded runs, and no newcomer is sent one", async () => {
    const { time, pipeline, read, run, put, sent } = site();
    await pipeline.warmUp();
    const each = Array.from({ length: 2_000 }, () => put("KH", { expiresAt: iso(begin + minute) }));
    const kept = [put("KH", {}), put("KH", { expiresAt: iso(begin + 9 * minute) })];
    expect((await Promise.all([...each, ...kept])).every((outcome) => outcome.ok)).toBe(true);
    await read();
    await run();
    expect(sent()).toEqual([2_002, 0]);
    time.ms += minute;
    const left: number[] = [];
    for (let count = 0; count < 10; count += 1) {
      await run();
      left.push(sent()[0] ?? Number.NaN);
    }
    expect(left.map((number, index) => (left[index - 1] ?? 2_002) - number)).toEqual(Array(10).fill(200));
    expect(sent()).toEqual([2, 0]);
  });

  it("joint ones leave both pictures alike, each taken away by its own country", async () => {
    const { time, pipeline, views, read, run, put, sent } = site();
    await pipeline.warmUp();
    for (const country of countries) {
      await put(country, { audience: "joint", expiresAt: iso(begin + minute) });
      await put(country, { audience: "joint" });
    }
    await read();
    expect(sent()).toEqual([4, 4]);
    time.ms += minute;
    await run();
    expect(sent()).toEqual([2, 2]);
    expect(views.get("KH")?.mark("full").digest).toBe(views.get("LA")?.mark("full").digest);
    const owners = [...(views.get("LA")?.picture.drawings.values() ?? [])].map(({ owner }) => owner);
    expect(owners.sort()).toEqual(["KH", "LA"]);
  });
});
