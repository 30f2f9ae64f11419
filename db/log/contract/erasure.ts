/** The log only grows; a body may be erased. */
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { pendingOf } from "../../testing/pending";
import { verify } from "../../verify/verify";
import { append, type Fixture } from "./fixture";

export function describeErasure(on: Fixture): void {
  describe("erasure", () => {
    test("L3 S8 a body and its salt may go together, and the chain still verifies", async () => {
      const [, event] = await append(on.first, pendingOf("KH", "national"), pendingOf("KH", "national"));
      await on.database.first.db.execute(
        sql`update national_events set body = null, salt = null where id = ${event?.id}`,
      );
      const [, erased] = await on.first.readAfter({}, ["KH.national"]);
      expect(erased).toEqual({ ...event, body: null, salt: undefined });
      const report = await verify(on.database.first);
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
      await append(on.first, pendingOf("KH", "joint"));
      await expect(on.database.first.db.execute(statement)).rejects.toMatchObject({
        cause: { message: expect.stringContaining("append-only") },
      });
      expect((await verify(on.database.first)).faults).toEqual([]);
    });
  });
}
