import { describe, expect, test } from "vitest";
import { streams } from "@/domain/envelope";
import { newSubject, pendingOf, receiptOf } from "../../testing/pending";
import type { Pending } from "../../types";
import { append, type Fixture, faultsOf } from "./fixture";

export function describeAppend(on: Fixture): void {
  describe("append", () => {
    test("L1 many appends at once from two connections leave no gap and no duplicate", async () => {
      const pending = (index: number) =>
        pendingOf(index % 3 === 0 ? "LA" : "KH", index % 2 === 0 ? "joint" : "national");
      await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          append(index % 5 === 0 ? on.second : on.first, pending(index), pending(index + 1)),
        ),
      );
      const events = await on.first.readAfter({}, streams);
      expect(events).toHaveLength(100);
      for (const stream of streams) {
        const seqs = events.filter((event) => event.stream === stream).map(({ seq }) => seq);
        expect(seqs).toEqual(seqs.map((_, index) => index + 1));
      }
      expect(await faultsOf(on)).toEqual([]);
    });

    test("L4 a joint event raises the highest joint clock by one, a national event takes it unchanged", async () => {
      await append(on.first, pendingOf("KH", "joint"), pendingOf("KH", "national"), pendingOf("LA", "joint"));
      const [national, joint] = await append(
        on.second,
        pendingOf("LA", "national"),
        pendingOf("LA", "joint"),
      );
      expect(national).toMatchObject({ stream: "LA.national", seq: 1, clock: 2, seen: 1 });
      expect(joint).toMatchObject({ stream: "LA.joint", seq: 2, clock: 3, seen: 1 });
    });

    test("L5 everything is rolled back when the work throws", async () => {
      await append(on.first, pendingOf("KH", "joint"));
      const before = await on.first.heads();
      const failing = on.first.transact(async (tx) => {
        tx.chain([pendingOf("KH", "joint"), pendingOf("KH", "national")]);
        await tx.flush([receiptOf("a", [])]);
        throw new Error("after the write");
      });
      await expect(failing).rejects.toThrow("after the write");
      expect(await on.second.heads()).toEqual(before);
      expect(await on.second.readAfter({}, streams)).toHaveLength(1);
      const [event] = await append(on.second, pendingOf("KH", "joint"));
      expect(event?.seq).toBe(2);
    });

    test("a rewind removes one command of a batch, and the chain continues as if it had never been there", async () => {
      const kept = await on.first.transact(async (tx) => {
        const before = tx.chain([pendingOf("KH", "joint")]);
        const mark = tx.mark();
        tx.chain([pendingOf("KH", "joint"), pendingOf("LA", "joint"), pendingOf("KH", "national")]);
        tx.rewind(mark);
        const after = tx.chain([pendingOf("KH", "joint")]);
        await tx.flush([]);
        return [...before, ...after];
      });
      expect(await on.first.readAfter({}, streams)).toEqual(kept);
      expect(await faultsOf(on)).toEqual([]);
    });

    test("C1 a transaction reads what others have committed", async () => {
      const [committed] = await append(on.second, pendingOf("LA", "joint"));
      const seen = await on.first.transact((tx) => tx.readAfter({}, streams));
      expect(seen).toEqual([committed]);
    });

    test("an event id that is stored already is refused, and nothing of its batch stays", async () => {
      const pending = pendingOf("KH", "national");
      await append(on.first, pending);
      await expect(append(on.second, pendingOf("KH", "joint"), pending)).rejects.toThrow();
      expect(await on.first.readAfter({}, streams)).toHaveLength(1);
      expect((await on.first.heads())["KH.joint"]?.seq).toBe(0);
    });

    test("an event comes back as it was appended, body and salt included", async () => {
      const appended = await append(on.first, pendingOf("KH", "national"));
      expect(await on.first.readAfter({}, ["KH.national"])).toEqual(appended);
    });

    test("text in all three scripts comes back unchanged", async () => {
      const subject = newSubject("KH");
      const pending = pendingOf("KH", "national", subject);
      const body = { reason: "ស្ទឹងត្រែង · ຈຳປາສັກ · “quoted” \\ \u0001 🚤" };
      const draft: Pending["draft"] = {
        id: pending.draft.id,
        scope: "national",
        type: "protection.cleared",
        subject,
        body,
      };
      await append(on.first, { ...pending, draft });
      const [read] = await on.second.readAfter({}, ["KH.national"]);
      expect(read?.body).toEqual(body);
      expect(await faultsOf(on)).toEqual([]);
    });
  });
}
