/** The database as the rest of the code uses it, with either driver. */
import type { SQL } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema";

export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** Runs raw SQL. Both drivers return `rows`, whose type the caller must know. */
export async function rowsOf<Row extends object>(db: Database, query: SQL): Promise<Row[]> {
  const result: unknown = await db.execute(query);
  if (typeof result !== "object" || result === null || !("rows" in result) || !Array.isArray(result.rows)) {
    throw new TypeError("the database driver answered without rows");
  }
  return result.rows;
}
