import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scopeOf } from "@/domain/envelope";
import type { FullEvent } from "@/domain/events";
import { Fold } from "@/domain/fold";
import { canonical, headerText } from "@/domain/hash";
import { type Country, countries } from "@/domain/vocabulary";
import { play, steps } from "@/tests/simulation/steps";
import { World } from "@/tests/simulation/world";
import { writeAll } from "../log/insert";
import { rowOf } from "../log/rows";
import { everyDatabase, type TestDatabase, type TestDatabases } from "../testing/databases";
import type { Head, Projections } from "../types";
import { verify } from "../verify/verify";
import { createProjections } from "./projections";

/** Stores the events of two nodes in one log, as it is when all have been replicated. */
async function store({ first }: TestDatabase, events: readonly FullEvent[]): Promise<void> {
  const rows = events.map((event) => rowOf(event, headerText(event), canonical(event.body)));
  const heads = new Map<FullEvent["stream"], Head>();
  for (const { stream, seq, hash, clock } of events) heads.set(stream, { seq, hash, clock });
  const statement = writeAll({
    joint: rows.filter(({ stream }) => scopeOf(stream) === "joint"),
    national: rows.filter(({ stream }) => scopeOf(stream) === "national"),
    receipts: [],
    heads: [...heads].map(([stream, head]) => ({ stream, head })),
  });
  if (statement) await first.db.execute(statement);
}

/** Projects a node's events in the order they arrived there, a few at a time. */
async function project(
  projections: Projections,
  country: Country,
  applied: readonly FullEvent[],
): Promise<void> {
  const fold = new Fold();
  for (const [index, event] of applied.entries()) {
    const step = fold.apply(event);
    projections.note(country, step ? [step.change] : [], { vector: fold.vector, mark: fold.mark });
    if (index % 7 === 0) await projections.write();
  }
  await projections.write();
}

describe.each(everyDatabase)("projections of events that arrived late, on %s", (_, open) => {
  let databases: TestDatabases;
  beforeAll(async () => {
    databases = await open();
  });
  afterAll(() => databases.stop());

  test("written in order of arrival, they equal a fold in the order of the log", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        const world = new World();
        play(world, script);
        world.deliverAll();
        const database = await databases.create();
        const projections = createProjections(database.first);
        for (const country of countries) await projections.load(country);
        await store(database, [...world.nodes.KH.own, ...world.nodes.LA.own]);
        for (const country of countries) await project(projections, country, world.nodes[country].applied);
        const report = await verify(database.second);
        await database.drop();
        expect(report.faults).toEqual([]);
        expect(report.countries.map(({ projected }) => projected)).toEqual(
          report.countries.map(({ vector }) => vector),
        );
      }),
      { numRuns: 8 },
    );
  });
});
