/** A fresh database before each test of a contract, with the log on two connections to it. */
import { afterEach, beforeEach } from "vitest";
import type { FullEvent } from "@/domain/events";
import type { TestDatabase, TestDatabases } from "../../testing/databases";
import type { Log, Pending } from "../../types";
import { createLog } from "../log";

export type Fixture = { readonly database: TestDatabase; readonly first: Log; readonly second: Log };

/** Registers the hooks; what is read from the answer is this test's own. */
export function fixtureOf(databases: () => TestDatabases): Fixture {
  let database: TestDatabase;
  let first: Log;
  let second: Log;
  beforeEach(async () => {
    database = await databases().create();
    first = createLog(database.first);
    second = createLog(database.second);
  });
  afterEach(() => database.drop());
  return {
    get database() {
      return database;
    },
    get first() {
      return first;
    },
    get second() {
      return second;
    },
  };
}

/** Appends in a transaction of its own. */
export function append(log: Log, ...pending: Pending[]): Promise<FullEvent[]> {
  return log.transact(async (tx) => {
    const events = tx.chain(pending);
    await tx.flush([]);
    return events;
  });
}
