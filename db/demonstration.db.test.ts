import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CopiedDemonstrationError, demonstrationOf, markDemonstration } from "./demonstration";
import { everyDatabase, type TestDatabase, type TestDatabases } from "./testing/databases";

describe.each(everyDatabase)("the mark of a demonstration on %s", (_, open) => {
  let databases: TestDatabases;
  let database: TestDatabase;
  beforeAll(async () => {
    databases = await open();
  });
  beforeEach(async () => {
    database = await databases.create();
  });
  afterEach(async () => {
    await database.first.db.execute(sql`drop table if exists exchange.demonstration`);
    await database.drop();
  });
  afterAll(() => databases.stop());

  test("is on no database that nobody marked", async () => {
    expect(await demonstrationOf(database.first.db)).toBeUndefined();
  });

  test("names the country, and marking again changes nothing", async () => {
    await markDemonstration(database.first.db, "LA");
    await markDemonstration(database.first.db, "LA");
    expect(await demonstrationOf(database.second.db)).toBe("LA");
  });

  test("S11 is recognised as copied on another cluster, where known passwords must not be served", async () => {
    const { db } = database.first;
    await markDemonstration(db, "KH");
    await db.execute(sql`update exchange.demonstration set cluster = '1'`);
    await expect(demonstrationOf(db)).rejects.toThrow(CopiedDemonstrationError);
  });
});
