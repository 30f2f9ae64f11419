/** What the log promises, whichever driver is underneath. */
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { compareLogOrder, type Stream, streams } from "@/domain/envelope";
import { logChannel } from "../channels";
import { session, user } from "../schema";
import type { TestDatabase, TestDatabases } from "../testing/databases";
import { newSubject, pendingOf, receiptOf } from "../testing/pending";
import type { Log, Pending } from "../types";
import { verify } from "../verify/verify";
import { createLog } from "./log";

export function describeLog(databases: () => TestDatabases): void {
  let database: TestDatabase;
  let first: Log;
  let second: Log;

  beforeEach(async () => {
    database = await databases().create();
    first = createLog(database.first);
    second = createLog(database.second);
  });
  afterEach(() => database.drop());

  const append = (log: Log, ...pending: Pending[]) =>
    log.transact(async (tx) => {
      const events = tx.chain(pending);
      await tx.flush([]);
      return events;
    });

  describe("append", () => {
    test("many at once from two connections leave no gap and no double", async () => {
      const pending = (index: number) =>
        pendingOf(index % 3 === 0 ? "LA" : "KH", index % 2 === 0 ? "joint" : "national");
      await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          append(index % 5 === 0 ? second : first, pending(index), pending(index + 1)),
        ),
      );
      const events = await first.readAfter({}, streams);
      expect(events).toHaveLength(100);
      for (const stream of streams) {
        const seqs = events.filter((event) => event.stream === stream).map(({ seq }) => seq);
        expect(seqs).toEqual(seqs.map((_, index) => index + 1));
      }
      expect((await verify(database.first)).faults).toEqual([]);
    });

    test("numbers joint events by the highest joint clock known, national ones without a trace in it", async () => {
      await append(first, pendingOf("KH", "joint"), pendingOf("KH", "national"), pendingOf("LA", "joint"));
      const [national, joint] = await append(second, pendingOf("LA", "national"), pendingOf("LA", "joint"));
      expect(national).toMatchObject({ stream: "LA.national", seq: 1, clock: 2, seen: 1 });
      expect(joint).toMatchObject({ stream: "LA.joint", seq: 2, clock: 3, seen: 1 });
    });

    test("rolls everything back when the work throws", async () => {
      await append(first, pendingOf("KH", "joint"));
      const before = await first.heads();
      const failing = first.transact(async (tx) => {
        tx.chain([pendingOf("KH", "joint"), pendingOf("KH", "national")]);
        await tx.flush([receiptOf("a", [])]);
        throw new Error("after the write");
      });
      await expect(failing).rejects.toThrow("after the write");
      expect(await second.heads()).toEqual(before);
      expect(await second.readAfter({}, streams)).toHaveLength(1);
      const [event] = await append(second, pendingOf("KH", "joint"));
      expect(event?.seq).toBe(2);
    });

    test("a rewind takes back one command of a batch and the chain goes on as if it had not been", async () => {
      const kept = await first.transact(async (tx) => {
        const before = tx.chain([pendingOf("KH", "joint")]);
        const mark = tx.mark();
        tx.chain([pendingOf("KH", "joint"), pendingOf("LA", "joint"), pendingOf("KH", "national")]);
        tx.rewind(mark);
        const after = tx.chain([pendingOf("KH", "joint")]);
        await tx.flush([]);
        return [...before, ...after];
      });
      expect(await first.readAfter({}, streams)).toEqual(kept);
      expect((await verify(database.first)).faults).toEqual([]);
    });

    test("reads under the lock what others have committed", async () => {
      const [committed] = await append(second, pendingOf("LA", "joint"));
      const seen = await first.transact((tx) => tx.readAfter({}, streams));
      expect(seen).toEqual([committed]);
    });

    test("an event comes back as it was appended, body and salt included", async () => {
      const appended = await append(first, pendingOf("KH", "national"));
      expect(await first.readAfter({}, ["KH.national"])).toEqual(appended);
    });

    test("holds what people write in all three scripts", async () => {
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
      await append(first, { ...pending, draft });
      const [read] = await second.readAfter({}, ["KH.national"]);
      expect(read?.body).toEqual(body);
      expect((await verify(database.first)).streams.flatMap(({ fault }) => fault ?? [])).toEqual([]);
    });
  });

  describe("receipts", () => {
    test("are kept with what committed, by account and command", async () => {
      const receipt = receiptOf("account-1", [{ stream: "KH.joint" as const, seq: 1 }]);
      await first.transact(async (tx) => {
        tx.chain([pendingOf("KH", "joint")]);
        await tx.flush([receipt]);
      });
      const found = await second.transact((tx) =>
        tx.receipts([
          { account: "account-1", commandId: receipt.commandId },
          { account: "account-2", commandId: receipt.commandId },
        ]),
      );
      expect(found).toEqual([receipt]);
    });

    test("the same one twice is refused, and nothing of its batch stays", async () => {
      const receipt = receiptOf("account-1", []);
      await first.transact((tx) => tx.flush([receipt]));
      const again = second.transact(async (tx) => {
        tx.chain([pendingOf("KH", "joint")]);
        await tx.flush([receipt]);
      });
      await expect(again).rejects.toThrow();
      expect((await first.heads())["KH.joint"]?.seq).toBe(0);
    });
  });

  describe("reading", () => {
    const vectorAfter = (events: readonly { stream: Stream; seq: number }[]) =>
      Object.fromEntries(events.map(({ stream, seq }) => [stream, seq]));

    test("is in causal order, and pages of any size add up to the whole", async () => {
      for (let round = 0; round < 12; round += 1) {
        await append(
          round % 2 === 0 ? first : second,
          pendingOf("KH", round % 3 === 0 ? "joint" : "national"),
          pendingOf("LA", round % 4 === 0 ? "national" : "joint"),
        );
      }
      const all = await first.readAfter({}, streams);
      expect(all).toEqual([...all].sort(compareLogOrder));
      for (const limit of [1, 3, 7]) {
        const paged = [];
        for (;;) {
          const page = await second.readAfter(vectorAfter(paged), streams, limit);
          paged.push(...page);
          if (page.length < limit) break;
        }
        expect(paged).toEqual(all);
      }
    });

    test("gives only the streams asked for, past the vector", async () => {
      await append(first, pendingOf("KH", "national"), pendingOf("LA", "national"), pendingOf("LA", "joint"));
      await append(first, pendingOf("LA", "joint"));
      const seen = await first.readAfter({ "LA.joint": 1 }, ["KH.joint", "LA.joint", "KH.national"]);
      expect(seen.map(({ stream, seq }) => `${stream} ${seq}`)).toEqual(["KH.national 1", "LA.joint 2"]);
    });

    test("never shows half a batch while others append", async () => {
      let done = false;
      const writing = (async () => {
        for (let round = 0; round < 30; round += 1)
          await append(second, pendingOf("KH", "joint"), pendingOf("LA", "joint"));
        done = true;
      })();
      const lengths: number[] = [];
      while (!done) lengths.push((await first.readAfter({}, ["KH.joint", "LA.joint"])).length);
      await writing;
      expect(lengths.filter((length) => length % 2 !== 0)).toEqual([]);
    });

    test("history is newest first, goes on before an event, and keeps to the country", async () => {
      const subject = newSubject("KH");
      await append(first, pendingOf("KH", "national", subject), pendingOf("KH", "joint", subject));
      await append(
        first,
        pendingOf("LA", "joint", subject),
        pendingOf("LA", "national", subject),
        pendingOf("KH", "national"),
      );
      const names = async (country: "KH" | "LA", query: object) =>
        (await first.history(country, { subject, ...query })).map(({ stream, seq }) => `${stream} ${seq}`);
      expect(await names("KH", {})).toEqual(["LA.joint 1", "KH.joint 1", "KH.national 1"]);
      expect(await names("LA", {})).toEqual(["LA.national 1", "LA.joint 1", "KH.joint 1"]);
      const before = { clock: 2, stream: "LA.joint" as const, seq: 1 };
      expect(await names("KH", { before })).toEqual(["KH.joint 1", "KH.national 1"]);
      expect(await names("KH", { before, limit: 1 })).toEqual(["KH.joint 1"]);
    });
  });

  describe("erasure", () => {
    test("a body and its salt may go together, and the chain still verifies", async () => {
      const [, event] = await append(first, pendingOf("KH", "national"), pendingOf("KH", "national"));
      await database.first.db.execute(
        sql`update national_events set body = null, salt = null where id = ${event?.id}`,
      );
      const [, erased] = await first.readAfter({}, ["KH.national"]);
      expect(erased).toEqual({ ...event, body: null, salt: undefined });
      const report = await verify(database.first);
      expect(report.faults).toEqual([]);
      expect(report.streams.find(({ stream }) => stream === "KH.national")?.erased).toBe(1);
    });

    test.each([
      ["a changed body", sql`update joint_events set body = '{}'`],
      ["a body without its salt", sql`update joint_events set body = null`],
      [
        "a changed header",
        sql`update joint_events set body = null, salt = null, at = '2026-01-01T00:00:00.000Z'`,
      ],
      ["a deletion", sql`delete from joint_events`],
      ["emptying the table", sql`truncate joint_events`],
    ])("%s is refused", async (_, statement) => {
      await append(first, pendingOf("KH", "joint"));
      await expect(database.first.db.execute(statement)).rejects.toMatchObject({
        cause: { message: expect.stringContaining("append-only") },
      });
      expect((await verify(database.first)).faults).toEqual([]);
    });
  });

  test("one wake-up per batch reaches every listener", async () => {
    const heard: string[] = [];
    const woken = new Promise<void>((resolve) => {
      void first
        .listen(logChannel, (payload) => heard.push(payload))
        .then(async () => {
          await second.listen("sekong_end", () => resolve());
          await append(
            second,
            pendingOf("KH", "joint"),
            pendingOf("KH", "national"),
            pendingOf("LA", "joint"),
          );
          await first.listen("sekong_end", () => resolve());
          await second.notify("sekong_end", "");
        });
    });
    await woken;
    expect(heard).toEqual([""]);
  });

  test("tells live sessions from ended, expired and disabled ones", async () => {
    const { db } = database.first;
    const account = (name: string, disabled: boolean) => ({
      id: name,
      name,
      email: `${name}@sekong.invalid`,
      username: name,
      role: "operator" as const,
      country: "KH" as const,
      desk: "KH-JOC-2",
      by: name,
      disabled,
    });
    await db.insert(user).values([account("active", false), account("disabled", true)]);
    const open = (token: string, userId: string, expiresAt: string) => ({
      id: token,
      token,
      userId,
      expiresAt: new Date(expiresAt),
    });
    await db
      .insert(session)
      .values([
        open("live", "active", "2999-01-01"),
        open("expired", "active", "2020-01-01"),
        open("of-disabled", "disabled", "2999-01-01"),
      ]);
    const live = await first.transact((tx) =>
      tx.liveSessions(["live", "expired", "of-disabled", "never-was", "live"]),
    );
    expect([...live]).toEqual(["live"]);
  });
}
