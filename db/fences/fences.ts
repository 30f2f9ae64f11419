/** Keeps who crossed the edge of a watched area until a desk of the centre has seen it. */
import { and, desc, eq, gte, inArray, isNull, lt, lte, sql } from "drizzle-orm";
import type { Connection } from "../connection";
import { fenceNotices } from "../schema";
import { slices } from "../slices";
import type { FenceRow, Fences } from "../types";

/** Any number, the same in every process of a node. */
const fenceLock = 7_365_473;

/** What is told of a notice; who saw it is not. */
const { id, centre: whose, drawing, label, warning, unit, callsign, country, at, seenAt } = fenceNotices;
const told = { id, centre: whose, drawing, label, warning, unit, callsign, country, at };

/** The same unit, area and warning at about the same time. */
const isSame = (row: FenceRow, withinMs: number) =>
  and(
    eq(whose, row.centre),
    eq(drawing, row.drawing),
    eq(warning, row.warning),
    eq(unit, row.unit),
    gte(at, row.at - withinMs),
    lte(at, row.at + withinMs),
  );

export function createFences({ db }: Connection): Fences {
  return {
    async tell(rows, sameWithinMs) {
      if (rows.length === 0) return;
      await db.transaction(async (tx) => {
        // Every process judges; one after the other writes, so that each finds what another has told already.
        await tx.execute(sql`select pg_advisory_xact_lock(${fenceLock})`);
        for (const row of rows) {
          const same = await tx.select({ at }).from(fenceNotices).where(isSame(row, sameWithinMs)).limit(1);
          if (same.length === 0) await tx.insert(fenceNotices).values(row).onConflictDoNothing();
        }
      });
    },

    async unseen(centre, sinceMs, limit) {
      const rows = await db
        .select(told)
        .from(fenceNotices)
        .where(and(eq(whose, centre), isNull(seenAt), gte(at, sinceMs)))
        .orderBy(desc(at))
        .limit(limit);
      return rows.map(
        ({ label: name, ...row }): FenceRow => ({ ...row, ...(name === null ? {} : { label: name }) }),
      );
    },

    async see(centre, ids, by, atMs) {
      for (const part of slices(ids)) {
        await db
          .update(fenceNotices)
          .set({ seenAt: atMs, seenBy: by })
          .where(and(eq(whose, centre), inArray(id, [...part]), isNull(seenAt)));
      }
    },

    async forget(ids) {
      for (const part of slices(ids)) await db.delete(fenceNotices).where(inArray(id, [...part]));
    },

    async deleteBefore(beforeMs) {
      await db.delete(fenceNotices).where(lt(at, beforeMs));
    },
  };
}
