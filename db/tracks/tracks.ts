/** Reads and writes units' tracks. */
import { and, desc, eq, gte, lte, sql } from "drizzle-orm";
import type { Connection } from "../connection";
import { unitTracks } from "../schema";
import { slices } from "../slices";
import type { Tracks } from "../types";

export function createTracks({ db }: Connection): Tracks {
  return {
    async write(points) {
      const rows = points.map(({ country, unitId, point: [lng, lat, at] }) => ({
        country,
        unitId,
        at,
        lng,
        lat,
      }));
      for (const part of slices(rows)) await db.insert(unitTracks).values(part).onConflictDoNothing();
    },

    async read({ country, unitId, fromMs, toMs, limit }) {
      const { at, lng, lat } = unitTracks;
      const rows = await db
        .select({ at, lng, lat })
        .from(unitTracks)
        .where(
          and(
            eq(unitTracks.country, country),
            eq(unitTracks.unitId, unitId),
            ...(fromMs === undefined ? [] : [gte(at, fromMs)]),
            ...(toMs === undefined ? [] : [lte(at, toMs)]),
          ),
        )
        .orderBy(desc(at))
        .limit(limit);
      return rows.reverse().map((row) => [row.lng, row.lat, row.at]);
    },

    async deleteBefore(beforeMs, limit) {
      const old = sql`select ctid from ${unitTracks} where ${unitTracks.at} < ${beforeMs} limit ${limit}`;
      const gone = await db.delete(unitTracks).where(sql`ctid in (${old})`).returning({ at: unitTracks.at });
      return gone.length;
    },
  };
}
