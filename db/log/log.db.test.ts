import { afterAll, beforeAll, describe } from "vitest";
import { everyDatabase, type TestDatabases } from "../testing/databases";
import { describeLog } from "./contract";
import { databaseSubject } from "./contract/database-subject";

describe.each(everyDatabase)("the log on %s", (_, open) => {
  let databases: TestDatabases;
  beforeAll(async () => {
    databases = await open();
  });
  afterAll(() => databases.stop());
  describeLog(async () => databaseSubject(await databases.create()));
});
