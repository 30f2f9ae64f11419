import { describe, expect, test } from "vitest";
import { canariesIn, planted, unnamed } from "@/tests/support/canaries";
import { account, atStart } from "@/tests/support/given";
import type { Stream } from "../envelope";
import { collectionOf, eventBodies, eventTypes, type FullEvent } from "../events";
import { resolvedChangesSchema } from "../incident/details";
import { draftRevision } from "../incident/revise";
import { type Incident, incidentSchema } from "../incident/schema";
import { jointIncident } from "../incident/visibility";
import { slices } from "../slices";
import { ownRecord, releasableRecord } from "./record";

const incidents = planted<Incident>(incidentSchema);
const texts = (list: string) => list.split(/\s+/).sort();
const details = "drugs.concealment drugs.packaging vehicles.colour vehicles.kind";

test("A10 a release carries the texts named for the record, of the owner's own and of what has crossed", () => {
  const crossed = { incident: () => ({ ...incidents[0], sharing: "released" }) as Incident };
  const records = incidents.map((incident) => releasableRecord(crossed, { ...incident, owner: "KH" }, true));
  expect(canariesIn(records)).toEqual(
    texts(`acknowledged.KH.at acknowledged.KH.desk assessments.KH.at assessments.KH.desk closed.at holder.desk
      holder.since id links mergedInto occurredAt place.district ref reportedAt verifiedAt ${details}`),
  );
  const alone = incidents.map((incident) => releasableRecord({ incident: () => undefined }, incident, false));
  expect(canariesIn(alone).filter((path) => path === "links" || path === "mergedInto")).toEqual([]);
});

test("A10 a recall brings back the record and, of the national part, what waited and the exact place", () => {
  const waiting = `${details} occurredAt place.district`.split(" ").map((name) => `national.pending.${name}`);
  expect(canariesIn(incidents.map(ownRecord))).toEqual(
    [
      ...texts(`acknowledged.KH.at acknowledged.KH.desk acknowledged.LA.at acknowledged.LA.desk assessments.KH.at
        assessments.KH.desk assessments.LA.at assessments.LA.desk closed.at holder.desk holder.since id links
        mergedInto occurredAt national.place.district place.district ref reportedAt verifiedAt ${details}`),
      ...waiting,
    ].sort(),
  );
});

test("S10 a recalled incident leaves its identity and the recall, whatever is worked on nationally", () => {
  const recalled = incidents.flatMap((incident) =>
    incident.sharing === "released" ? [] : (jointIncident(incident) ?? []),
  );
  expect(canariesIn(recalled)).toEqual(
    texts("id recalled.acknowledged.at recalled.acknowledged.desk recalled.at recalled.desk ref"),
  );
});

describe("A10 a revision of a released incident", () => {
  const meta = { account: account("KH", "operator"), at: atStart, eventIds: ["1", "2"] };
  const draftsOf = (strip: boolean) =>
    planted(resolvedChangesSchema).flatMap((changes, turn) => {
      const [incident] = incidents.slice(turn);
      if (!incident) return [];
      const { national: _, ...released } = { ...incident, sharing: "released" as const };
      const sent = strip
        ? JSON.parse(JSON.stringify(changes, (key, value) => (key === unnamed ? undefined : value)))
        : changes;
      return draftRevision(released, { ...sent, protection: undefined }, meta);
    });

  test("crosses when every field of it is named for the record", () => {
    const joint = draftsOf(true).filter(({ scope }) => scope === "joint");
    expect(canariesIn(joint)).toEqual(expect.arrayContaining(texts(`${details} occurredAt place.district`)));
    expect(joint.length).toBeGreaterThan(0);
  });

  test("stays national as long as one is not", () => {
    expect(draftsOf(false).filter(({ scope }) => scope === "joint")).toEqual([]);
  });
});

/** Texts that an event says and no entity keeps: desks read them in the history. A new one is named here. */
const saidOnly: Record<string, string> = {
  // Kept by the note it names, which none of these does.
  "entry.struck": "entryId reason",
  "incident.reopened": "reason",
  "protection.cleared": "reason",
  "release.recalled": "reason",
  "task.reassigned": "reason",
};
const fewTurns = 80;

test("A10 the texts of an event are kept by its entity, or are named here as said only in the history", () => {
  const found = eventTypes.map((type) => [type, saidOnlyBy(type)] as const);
  expect(Object.fromEntries(found.filter(([, paths]) => paths !== ""))).toEqual(saidOnly);
});

function saidOnlyBy(type: (typeof eventTypes)[number]): string {
  const row = slices[collectionOf(type)] as unknown as (typeof slices)["incidents"];
  const entities = planted(row.schema, "", fewTurns);
  const bodies = planted<object>(eventBodies[type], `${type}:`, fewTurns);
  const kept = bodies.flatMap((body, turn) =>
    (["KH.joint", "KH.national", "LA.joint"] as const).flatMap((stream) => [
      row.evolve(entities[turn], eventOf(type, stream, body)),
      row.evolve(undefined, eventOf(type, stream, body)),
    ]),
  );
  const landed = new Set(canariesIn(kept));
  return canariesIn(bodies)
    .filter((path) => !landed.has(path) && !path.endsWith(unnamed))
    .map((path) => path.slice(type.length + 2))
    .join(" ");
}

const eventOf = (type: string, stream: Stream, body: object) =>
  ({
    stream,
    seq: 9,
    seen: 1_000,
    id: "event",
    at: atStart,
    actor: { ...account(stream.startsWith("KH") ? "KH" : "LA", "operator") },
    type,
    subject: "KH-1",
    body,
  }) as unknown as Extract<FullEvent, { type: "incident.noted" }>;
