import { afterEach, describe, expect, it } from "vitest";
import { MemoryLog } from "@/db/testing/memory-log";
import { streams } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { fillNational } from "../testing/given";
import { Feed } from "./feed";

const feeds: Feed[] = [];
afterEach(async () => {
  for (const feed of feeds.splice(0)) await feed.stop();
});

/** A feed that does not poll during a test, on a clock that the test sets. */
function feedOn(log: MemoryLog) {
  const got: FullEvent[] = [];
  const errors: string[] = [];
  const clock = { now: 0 };
  const feed = new Feed({
    log,
    streams,
    channel: "news",
    pollMs: 1_000_000,
    startAt: {},
    recent: 100,
    nowMs: () => clock.now,
    onEvents: (events) => got.push(...events),
    onError: (error) => errors.push(String(error)),
  });
  feeds.push(feed);
  return { feed, got, errors, clock };
}

describe("the feed", () => {
  it("reads the whole log at its start, then what each wake-up announces, each event once", async () => {
    const log = new MemoryLog();
    await fillNational(log, "KH", 5);
    const { feed, got } = feedOn(log);
    await feed.start();
    expect(got).toEqual(log.events);
    await fillNational(log, "LA", 3);
    await log.notify("news", "");
    await feed.catchUp();
    expect(got).toEqual(log.events);
    expect(feed.vector).toMatchObject({ "KH.national": 5, "LA.national": 3, "KH.joint": 0 });
  });

  it("shares one read among many wake-ups, and reads once more for those that came during it", async () => {
    const log = new MemoryLog();
    const { feed } = feedOn(log);
    await feed.start();
    const before = log.reads;
    await Promise.all(Array.from({ length: 50 }, () => feed.catchUp()));
    expect(log.reads - before).toBe(2);
  });

  it("delivers nothing after a broken link of the chain, and is unhealthy", async () => {
    const log = new MemoryLog();
    await fillNational(log, "KH", 3);
    const { feed, got, errors } = feedOn(log);
    await feed.start();
    await fillNational(log, "LA", 4);
    const sound = log.events;
    log.forge("LA.national", 3, { at: "2026-01-01T00:00:00.000Z" });
    await feed.catchUp();
    expect(got.filter(({ stream }) => stream === "LA.national").map(({ seq }) => seq)).toEqual([1, 2]);
    expect(errors).toEqual([expect.stringContaining("LA.national 3")]);
    expect(feed.healthy).toBe(false);
    log.forge("LA.national", 3, { at: sound[5]?.at ?? "" });
    await feed.catchUp();
    expect(got).toEqual(log.events);
    expect(feed.healthy).toBe(true);
  });

  it("rejects a body that differs from its hash, and accepts an erased one", async () => {
    const log = new MemoryLog();
    await fillNational(log, "KH", 2);
    const body = log.rows[0]?.body ?? "";
    log.forge("KH.national", 1, { body: body.replace("STR-21", "XYZ-99") });
    const { feed } = feedOn(log);
    await expect(feed.start()).rejects.toThrow("body and hash differ");
    log.erase("KH.national", 1);
    await expect(feedOn(log).feed.start()).resolves.toBeUndefined();
  });

  it("is unhealthy when the database fails or nothing was read for long", async () => {
    const log = new MemoryLog();
    const { feed, clock } = feedOn(log);
    await feed.start();
    expect(feed.healthy).toBe(true);
    clock.now += 5_000_000;
    expect(feed.healthy).toBe(false);
    await feed.catchUp();
    expect(feed.healthy).toBe(true);
    log.readAfter = () => Promise.reject(new Error("down"));
    await feed.catchUp();
    expect(feed.healthy).toBe(false);
  });
});
