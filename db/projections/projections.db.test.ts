import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { digestHex, digestOfPicture } from "@/domain/digest";
import { streamsSeenBy } from "@/domain/envelope";
import { createLog } from "../log/log";
import { digests, incidentSearch, pictureState, projectionHeads } from "../schema";
import { everyDatabase, type TestDatabase, type TestDatabases } from "../testing/databases";
import { accountOf, TestDesks } from "../testing/desk";
import type { Log, Projections } from "../types";
import { verify } from "../verify/verify";
import { createProjections } from "./projections";

describe.each(everyDatabase)("projections on %s", (_, open) => {
  let databases: TestDatabases;
  let database: TestDatabase;
  let log: Log;
  let projections: Projections;
  let desks: TestDesks;

  beforeAll(async () => {
    databases = await open();
  });
  beforeEach(async () => {
    database = await databases.create();
    log = createLog(database.first);
    projections = await loaded();
    desks = new TestDesks(log, projections);
  });
  afterEach(() => database.drop());
  afterAll(() => databases.stop());

  async function loaded(): Promise<Projections> {
    const made = createProjections(database.second);
    for (const country of ["KH", "LA"] as const) await made.load(country);
    return made;
  }

  /** The contents of the projections, in a fixed order. */
  async function contents(): Promise<unknown> {
    const { db } = database.first;
    return {
      picture: await db.select().from(pictureState).orderBy(pictureState.country, pictureState.id),
      search: await db.select().from(incidentSearch).orderBy(incidentSearch.country, incidentSearch.id),
      heads: await db.select().from(projectionHeads).orderBy(projectionHeads.country),
    };
  }

  test("a start reads the picture of the fold, with heads, refs and subjects", async () => {
    const subject = await desks.release("KH");
    await desks.report("LA");
    await projections.write();
    const { picture, vector, heads, refs, subjects } = await createProjections(database.first).load("KH");
    const fold = desks.folds.KH;
    expect(picture).toEqual(fold.picture);
    expect(vector).toEqual(fold.vector);
    expect(digestHex(digestOfPicture(picture))).toBe(fold.mark.digest);
    expect(refs).toEqual(new Set([...fold.picture.incidents.values()].map(({ ref }) => ref)));
    expect(subjects).toEqual(new Set([subject]));
    const joint = (await log.heads())["KH.joint"];
    expect(heads["KH.joint"]).toEqual({ seq: joint?.seq, hash: joint?.hash });
  });

  test("A3 a country's projection holds nothing national of the other's", async () => {
    const subject = await desks.report("KH");
    await projections.write();
    const laos = await createProjections(database.first).load("LA");
    expect(laos.subjects.has(subject)).toBe(false);
    expect(laos.picture.incidents.size).toBe(0);
    expect(laos.refs.size).toBe(0);
  });

  test("L9 a rebuild gives the same projections", async () => {
    const subject = await desks.release("KH");
    await desks.run(accountOf("LA", "operator"), "incident.acknowledge", subject);
    await desks.run(accountOf("KH", "operator"), "incident.close", subject, { outcome: "resolved" });
    await desks.run(accountOf("KH", "system"), "incident.archive", subject);
    const recalled = await desks.release("LA");
    await desks.run(accountOf("LA", "commander"), "release.recall", recalled, { reason: "wrong place" });
    await desks.report("KH");
    await projections.write();
    const before = await contents();
    await projections.dropAndRebuild();
    expect(await contents()).toEqual(before);
    expect((await verify(database.first)).faults).toEqual([]);
  });

  test("an archived incident leaves the picture and stays in search, and its ref stays taken", async () => {
    const subject = await desks.report("KH");
    const ref = desks.folds.KH.picture.incidents.get(subject)?.ref;
    await desks.run(accountOf("KH", "operator"), "incident.close", subject, { outcome: "unfounded" });
    await desks.run(accountOf("KH", "system"), "incident.archive", subject);
    await projections.write();
    const [row] = await database.first.db.select().from(incidentSearch).where(eq(incidentSearch.id, subject));
    expect(row).toMatchObject({
      country: "KH",
      ref,
      archived: true,
      status: "closed",
      province: "KH-19",
      kind: "drug-seizure",
    });
    const start = await createProjections(database.first).load("KH");
    expect(start.picture.incidents.size).toBe(0);
    expect(start.refs).toEqual(new Set([ref]));
  });

  test("writes only what changed", async () => {
    const untouched = await desks.report("KH");
    const touched = await desks.report("KH");
    await projections.write();
    const versions = async () =>
      new Map(
        (
          await database.first.db
            .select({ id: pictureState.id, version: sql<string>`xmin::text` })
            .from(pictureState)
        ).map(({ id, version }) => [id, version]),
      );
    const before = await versions();
    await desks.run(accountOf("KH", "operator"), "incident.verify", touched);
    await projections.write();
    const after = await versions();
    expect(after.get(untouched)).toBe(before.get(untouched));
    expect(after.get(touched)).not.toBe(before.get(touched));
  });

  test("two projectors of the same log give the right result in any order of writes", async () => {
    const other = await loaded();
    const both: Projections = {
      ...projections,
      note(country, changes, at) {
        projections.note(country, changes, at);
        other.note(country, changes, at);
      },
    };
    const busy = new TestDesks(log, both);
    for (let round = 0; round < 4; round += 1) {
      await busy.release("KH");
      await (round % 2 === 0 ? projections : other).write();
      await busy.report("LA");
      await Promise.all([projections.write(), other.write()]);
    }
    const report = await verify(database.first);
    expect(report.faults).toEqual([]);
    expect(report.countries.map(({ projected }) => projected)).toEqual(
      report.countries.map(({ vector }) => vector),
    );
  });

  test("a projector that is behind does not revert the tables", async () => {
    const late = await loaded();
    await desks.report("KH");
    const { vector, mark } = desks.folds.KH;
    late.note("KH", [], { vector, mark });
    await desks.report("KH");
    await projections.write();
    const before = await contents();
    await late.write();
    expect(await contents()).toEqual(before);
  });

  test("a rebuild discards what a wrong fold had noted, and later writes continue from it", async () => {
    const subject = await desks.report("KH");
    const { picture, vector, mark } = desks.folds.KH;
    const after = picture.incidents.get(subject);
    if (!after) throw new Error("not reported");
    const wrong = { ...after, impact: "low" as const };
    projections.note("KH", [{ collection: "incidents", id: subject, before: after, after: wrong }], {
      vector,
      mark,
    });
    await projections.dropAndRebuild();
    await desks.report("KH");
    await projections.write();
    const report = await verify(database.first);
    expect(report.faults).toEqual([]);
    expect(report.countries[0]?.projected).toEqual(report.countries[0]?.vector);
  });

  test("projections of another fold version are not written to, and are rebuilt at the start", async () => {
    await desks.report("KH");
    await projections.write();
    await database.first.db.update(projectionHeads).set({ foldVersion: 0 });
    await database.first.db.delete(pictureState);
    await desks.report("KH");
    await projections.write();
    expect(await database.first.db.select().from(pictureState)).toEqual([]);
    const { picture } = await createProjections(database.first).load("KH");
    expect(picture.incidents.size).toBe(2);
    expect((await verify(database.first)).faults).toEqual([]);
  });

  test("keeps the digest of every vector of the fold, and deletes those older than a day", async () => {
    await desks.report("KH");
    await desks.release("KH");
    await projections.write();
    // At the start, after each of two reports, a request, and an approval, whose two events are one step.
    const stood = 5;
    const of = async () => database.first.db.select().from(digests).where(eq(digests.country, "KH"));
    const stored = (await of()).map(({ vector, digest }) => [JSON.parse(vector), digest]);
    expect(stored).toContainEqual([desks.folds.KH.vector, desks.folds.KH.mark.digest]);
    expect(stored).toHaveLength(stood);
    await database.first.db.update(digests).set({ at: sql`now() - interval '25 hours'` });
    const afterAStart = await loaded();
    await afterAStart.write();
    expect(await of()).toEqual([]);
  });

  test("the seq of a recall is known after a restart", async () => {
    const subject = await desks.release("KH");
    await desks.run(accountOf("KH", "commander"), "release.recall", subject, { reason: "wrong place" });
    await projections.write();
    const { recalls } = await createProjections(database.first).load("LA");
    const events = await log.readAfter({}, streamsSeenBy("LA"));
    const { seq } = events.find(({ type }) => type === "release.recalled") ?? {};
    expect(recalls).toEqual([{ stream: "KH.joint", subject, seq }]);
  });
});
