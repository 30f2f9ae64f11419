import { describe, expect, test } from "vitest";
import { compareLogOrder, type Stream, streams } from "@/domain/envelope";
import { newSubject, pendingOf } from "../../testing/pending";
import { append, type Fixture } from "./fixture";

export function describeReading(on: Fixture): void {
  describe("reading", () => {
    const vectorAfter = (events: readonly { stream: Stream; seq: number }[]) =>
      Object.fromEntries(events.map(({ stream, seq }) => [stream, seq]));

    test("L6 is in causal order, and pages of any size add up to the whole", async () => {
      for (let round = 0; round < 12; round += 1) {
        await append(
          round % 2 === 0 ? on.first : on.second,
          pendingOf("KH", round % 3 === 0 ? "joint" : "national"),
          pendingOf("LA", round % 4 === 0 ? "national" : "joint"),
        );
      }
      const all = await on.first.readAfter({}, streams);
      expect(all).toEqual([...all].sort(compareLogOrder));
      for (const limit of [1, 3, 7]) {
        const paged = [];
        for (;;) {
          const page = await on.second.readAfter(vectorAfter(paged), streams, limit);
          paged.push(...page);
          if (page.length < limit) break;
        }
        expect(paged).toEqual(all);
      }
    });

    test("gives only the streams asked for, past the vector", async () => {
      await append(
        on.first,
        pendingOf("KH", "national"),
        pendingOf("LA", "national"),
        pendingOf("LA", "joint"),
      );
      await append(on.first, pendingOf("LA", "joint"));
      const seen = await on.first.readAfter({ "LA.joint": 1 }, ["KH.joint", "LA.joint", "KH.national"]);
      expect(seen.map(({ stream, seq }) => `${stream} ${seq}`)).toEqual(["KH.national 1", "LA.joint 2"]);
    });

    test("L6 never gives part of a batch while others append", async () => {
      let done = false;
      const writing = (async () => {
        for (let round = 0; round < 30; round += 1)
          await append(on.second, pendingOf("KH", "joint"), pendingOf("LA", "joint"));
        done = true;
      })();
      const lengths: number[] = [];
      while (!done) lengths.push((await on.first.readAfter({}, ["KH.joint", "LA.joint"])).length);
      await writing;
      expect(lengths.filter((length) => length % 2 !== 0)).toEqual([]);
    });

    test("history is newest first, continues before a given event, and holds the streams its country sees", async () => {
      const subject = newSubject("KH");
      await append(on.first, pendingOf("KH", "national", subject), pendingOf("KH", "joint", subject));
      await append(
        on.first,
        pendingOf("LA", "joint", subject),
        pendingOf("LA", "national", subject),
        pendingOf("KH", "national"),
      );
      const names = async (country: "KH" | "LA", query: object) =>
        (await on.first.history(country, { subject, ...query })).map(({ stream, seq }) => `${stream} ${seq}`);
      expect(await names("KH", {})).toEqual(["LA.joint 1", "KH.joint 1", "KH.national 1"]);
      expect(await names("LA", {})).toEqual(["LA.national 1", "LA.joint 1", "KH.joint 1"]);
      const before = { clock: 2, stream: "LA.joint" as const, seq: 1 };
      expect(await names("KH", { before })).toEqual(["KH.joint 1", "KH.national 1"]);
      expect(await names("KH", { before, limit: 1 })).toEqual(["KH.joint 1"]);
    });
  });
}
