import { afterEach, describe, expect, it } from "vitest";
import { MemoryLog } from "@/db/testing/memory-log";
import { streams, type Vector } from "@/domain/envelope";
import { Fold } from "@/domain/fold";
import { evolve } from "@/domain/picture";
import { CountryView } from "../feed/country-view";
import { Feed } from "../feed/feed";
import { fillNational } from "../testing/given";
import { type Opening, Openings } from "./opening";

const feeds: Feed[] = [];
afterEach(async () => {
  for (const feed of feeds.splice(0)) await feed.stop();
});

async function serve(events: number, recent: number) {
  const log = new MemoryLog();
  const unit = await fillNational(log, "KH", events);
  const view = new CountryView("KH", evolve);
  const feed: Feed = new Feed({
    log,
    streams,
    channel: "news",
    pollMs: 1_000_000,
    startAt: {},
    recent,
    nowMs: () => 0,
    onEvents: (read) => void view.apply(read),
    onError: (error) => {
      throw error;
    },
  });
  feeds.push(feed);
  await feed.start();
  const openings = new Openings(feed, log);
  const open = async (vector: Vector | undefined, audience: "full" | "redacted" | "admin" = "full") => {
    const sent: Opening[] = [];
    await openings.open(view, audience, vector, (opening) => void sent.push(opening));
    const [opening, ...more] = sent;
    if (!opening || more.length > 0) throw new Error("one opening");
    return opening;
  };
  return { log, unit, view, feed, open };
}

const seqsOf = ({ events }: Opening) => events.map(({ stream, seq }) => `${stream} ${seq}`);
const seqs = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `KH.national ${from + index}`);

describe("an opening", () => {
  it("is the picture for a screen that holds nothing", async () => {
    const { open, view } = await serve(3, 100);
    const { picture, events } = await open(undefined);
    expect(picture).toMatchObject({
      mode: "snapshot",
      vector: view.vector,
      heads: { "KH.national": { seq: 3 } },
    });
    expect(picture).not.toHaveProperty("reset");
    expect(events).toEqual([]);
  });

  it("R1 is exactly the missing events, from memory", async () => {
    const { open, log } = await serve(20, 100);
    const before = log.reads;
    const opening = await open({ "KH.national": 14 });
    expect(opening.picture).toEqual({
      mode: "resume",
      vector: { "KH.joint": 0, "LA.joint": 0, "KH.national": 14 },
    });
    expect(seqsOf(opening)).toEqual(seqs(15, 20));
    expect(log.reads).toBe(before);
  });

  it("is exactly the missing events, from the log and then from memory, also when more come meanwhile", async () => {
    const { open, log, feed } = await serve(60, 10);
    const readAfter = log.readAfter.bind(log);
    log.readAfter = async (...args) => {
      const events = await readAfter(...args);
      log.readAfter = readAfter;
      await fillNational(log, "LA", 2);
      await feed.catchUp();
      return events;
    };
    expect(seqsOf(await open({ "KH.national": 3 }))).toEqual(seqs(4, 60));
    expect(feed.vector["LA.national"]).toBe(2);
  });

  it("R2 is the picture when more than 5 000 are missing, and still the events at 5 000", async () => {
    const { open } = await serve(5_001, 100);
    expect((await open({})).picture).toMatchObject({ mode: "snapshot" });
    const { picture, events } = await open({ "KH.national": 1 });
    expect(picture.mode).toBe("resume");
    expect(events).toHaveLength(5_000);
  });

  it("R2 is the picture with a reset for a screen that is ahead of the log", async () => {
    const { open } = await serve(3, 100);
    expect((await open({ "KH.national": 4 })).picture).toMatchObject({ mode: "snapshot", reset: true });
    expect((await open({ "LA.joint": 1 })).picture).toMatchObject({ mode: "snapshot", reset: true });
  });

  it("reads the log before it treats a screen as ahead, as another process may have sent it more", async () => {
    const { open, log, feed } = await serve(3, 100);
    await fillNational(log, "KH", 2);
    expect(feed.vector["KH.national"]).toBe(3);
    const opening = await open({ "KH.national": 5 });
    expect(opening.picture.mode).toBe("resume");
    expect(opening.events).toEqual([]);
  });

  it("ignores a stream the country does not see", async () => {
    const { open } = await serve(3, 100);
    const { picture } = await open({ "KH.national": 3, "LA.national": 77 });
    expect(picture).toEqual({ mode: "resume", vector: { "KH.joint": 0, "LA.joint": 0, "KH.national": 3 } });
  });

  it("brings a redacted screen to the same digest, with each entity in its present state", async () => {
    const { open, view, unit } = await serve(9, 100);
    const opening = await open({}, "redacted");
    const fold = new Fold();
    for (const event of opening.events) fold.apply(event);
    expect(fold.mark).toEqual(view.mark("redacted"));
    expect(opening.events.map((event) => ("redacted" in event ? event.body.after : null))).toEqual(
      opening.events.map(() => view.picture.units.get(unit)),
    );
    for (const event of opening.events) expect(event).not.toHaveProperty("salt");
  });

  it("A4 gives an administrator a picture of units whatever it holds", async () => {
    const { open } = await serve(3, 100);
    expect((await open({ "KH.national": 3 }, "admin")).picture).toMatchObject({
      mode: "snapshot",
      picture: { incidents: [], units: [{ callsign: "STR-21" }] },
    });
  });
});
