import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Connection } from "../connection";
import { createLog } from "../log/log";
import { createProjections } from "../projections/projections";
import { everyDatabase, type TestDatabase, type TestDatabases } from "../testing/databases";
import { TestDesks } from "../testing/desk";
import { verify } from "./verify";

/** Changes the database as somebody with all rights on it can, who first disables the triggers. */
async function tamper({ db }: Connection, statement: string): Promise<void> {
  await db.execute(sql`alter table joint_events disable trigger all`);
  await db.execute(sql`alter table national_events disable trigger all`);
  await db.execute(sql.raw(statement));
}

describe.each(everyDatabase)("verification on %s", (_, open) => {
  let databases: TestDatabases;
  let database: TestDatabase;

  beforeAll(async () => {
    databases = await open();
  });
  beforeEach(async () => {
    database = await databases.create();
    const log = createLog(database.first);
    const projections = createProjections(database.first);
    for (const country of ["KH", "LA"] as const) await projections.load(country);
    const desks = new TestDesks(log, projections);
    await desks.release("KH");
    await desks.release("LA");
    await desks.report("KH");
    await projections.write();
  });
  afterEach(() => database.drop());
  afterAll(() => databases.stop());

  const faults = async () =>
    (await verify(database.first)).faults.map(({ place, what }) => `${place}: ${what}`);

  test("finds no fault in a sound log, and both countries' joint digests equal", async () => {
    const report = await verify(database.first);
    expect(report.faults).toEqual([]);
    const [cambodia, laos] = report.countries;
    expect(cambodia?.mark.digest).toBe(laos?.mark.digest);
    expect(cambodia?.projected).toEqual(cambodia?.vector);
  });

  test.each([
    [
      "a changed body",
      `update national_events set body = replace(body, 'high', 'low') where stream = 'KH.national' and seq = 1`,
      "KH.national 1: its body and the body's hash differ",
    ],
    [
      "a body hidden without its salt",
      `update national_events set body = null where stream = 'KH.national' and seq = 2`,
      "KH.national 2: only one of its body and its salt is erased",
    ],
    [
      "a changed header",
      `update joint_events set header = replace(header, 'KH-commander-1', 'KH-commander-2') where stream = 'KH.joint'`,
      "KH.joint 1: its header and its hash differ",
    ],
    [
      "a changed column",
      `update national_events set at = '2026-10-14T02:00:00.000Z' where stream = 'LA.national' and seq = 2`,
      "LA.national 2: its columns and its header differ",
    ],
    [
      "a header changed with its hash",
      `update national_events set header = replace(header, '"seq":2', '"seq": 2'), hash = encode(sha256(convert_to(replace(header, '"seq":2', '"seq": 2'), 'UTF8')), 'hex') where stream = 'LA.national' and seq = 2`,
      "LA.national 2: its columns and its header differ",
    ],
    [
      "a missing row",
      `delete from national_events where stream = 'KH.national' and seq = 2`,
      "KH.national 3: the event after 1 is missing",
    ],
    [
      "a missing first row",
      `delete from national_events where stream = 'KH.national' and seq = 1`,
      "KH.national 2: the event after 0 is missing",
    ],
    [
      "two rows swapped",
      `update national_events set seq = case seq when 2 then 103 else 102 end where stream = 'KH.national' and seq in (2, 3); update national_events set seq = seq - 100 where seq > 100`,
      "KH.national 2: it does not follow the event before it",
    ],
    [
      "a tail cut off",
      `delete from national_events where stream = 'KH.national' and seq = 5`,
      "KH.national 5: the log ends here, but its head says 5",
    ],
    [
      "a head set back",
      `update stream_heads set seq = 1 where stream = 'KH.national'`,
      "KH.national 6: the log continues past its head at 1",
    ],
    [
      "a head of another history",
      `update stream_heads set hash = repeat('a', 64) where stream = 'LA.joint'`,
      "LA.joint 2: its head and its last event differ",
    ],
  ])("names the place of %s", async (_, statement, expected) => {
    for (const part of statement.split("; ")) await tamper(database.first, part);
    expect(await faults()).toEqual([expected]);
  });

  test("S8 detects a log truncated together with its head, by its receipts", async () => {
    const log = createLog(database.first);
    const receipt = {
      account: "a",
      commandId: "c",
      fingerprint: "f",
      events: [{ stream: "KH.national" as const, seq: 5 }],
    };
    await log.transact((tx) => tx.flush([receipt]));
    await tamper(database.first, `delete from national_events where stream = 'KH.national' and seq = 5`);
    await tamper(
      database.first,
      `update stream_heads set (seq, hash, clock) = (select seq, hash, clock from national_events where stream = 'KH.national' and seq = 4) where stream = 'KH.national'`,
    );
    expect(await faults()).toEqual(["KH.national 5: the log ends here, but event 5 was acknowledged"]);
  });

  test.each([
    [
      "a changed entity",
      `update picture_state set entity = replace(entity, '"impact":"high"', '"impact":"low"') where country = 'KH'`,
      /^projection of KH: incidents KH-.* differs from the log$/,
    ],
    [
      "a missing entity",
      `delete from picture_state where country = 'LA'`,
      /^projection of LA: incidents .* is missing from it$/,
    ],
    [
      "an invented entity",
      `insert into picture_state values ('LA', 'units', 'LA-1', '{"id":"LA-1"}')`,
      /^projection of LA: units LA-1 is in it but not in the log$/,
    ],
    [
      "a changed search row",
      `update incident_search set impact = 'low' where country = 'KH'`,
      /^projection of KH: the search row of .* differs from the log$/,
    ],
    [
      "a vector ahead of the log",
      `update projection_heads set vector = '{"KH.joint": 99}' where country = 'LA'`,
      /^projection of LA: it is at KH.joint 99, where the log has no event$/,
    ],
  ])("compares projections with the log: %s", async (_, statement, expected) => {
    await tamper(database.first, statement);
    const found = await faults();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });
});
