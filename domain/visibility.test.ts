import { describe, expect, test } from "vitest";
import { canariesIn, leavesOf, planted, unnamed } from "@/tests/support/canaries";
import { collections } from "./events";
import { type AudienceView, audienceViews, slices } from "./slices";
import { Filled } from "./visibility";

/** Every text that stands in an entity, by who is shown it; `.KH` and `.LA` of a value per country count as one. */
type Texts = { everyone?: string; desks?: string; ownScreens?: string; ownDesks?: string; admins?: string };

const note = "at by desk id phrase.slots.callsign phrase.slots.place phrase.slots.time struck.at struck.desk";
const noteTexts = [...note.split(" "), "struck.reason", "text.text"];
const notes = (prefix: string) => noteTexts.map((name) => `${prefix}.${name}`).join(" ");

const texts: Record<(typeof collections)[number], Texts> = {
  incidents: {
    everyone: `acknowledged.at acknowledged.desk closed.at holder.desk holder.since id mergedInto news.at occurredAt
      place.district raised.at recalled.acknowledged.at recalled.acknowledged.desk recalled.at recalled.desk ref release.at
      release.desk reportedAt verifiedAt`,
    desks: `assessments.at assessments.desk drugs.concealment drugs.packaging links ${notes("notes")}
      transfer.answered.at transfer.answered.desk transfer.answered.reason transfer.offered.at
      transfer.offered.desk transfer.offered.reason vehicles.colour vehicles.kind`,
    ownDesks: `national.approved.at national.approved.by national.approved.desk national.approved.urgent.reason
      national.approved.urgent.reviewed.at national.approved.urgent.reviewed.desk national.authors
      ${notes("national.notes")} national.pending.drugs.concealment national.pending.drugs.packaging
      national.pending.occurredAt national.pending.place.district national.pending.vehicles.colour
      national.pending.vehicles.kind national.place.district national.refused.at national.refused.desk
      national.refused.reason national.reporter national.request.at national.request.by national.request.desk
      national.unseen.at`,
    ownScreens: "attention.news.at attention.raised.at",
  },
  tasks: {
    everyone: `dueAt ended.at id incidentId news.at requestId times.acknowledged times.assigned times.completed
      times.en_route times.on_scene unit.callsign unitId`,
    desks: "ended.reason ended.result",
  },
  requests: {
    everyone: `answered.at answered.confirmed.at answered.confirmed.desk answered.counter.dueAt answered.desk
      answered.read.at answered.read.desk answered.taskIds appointmentAt asked.at asked.confirmed.at asked.confirmed.desk
      asked.desk asked.taskIds dueAt id incidentId made.at made.desk news.at taskIds`,
    desks:
      "answered.reason answered.result asked.reason handover.at handover.place.district handover.receivingDesk",
  },
  units: { admins: "callsign duty.desk duty.since id" },
  messages: {
    everyone: `at from.desk id incidentId news.at phrase.slots.callsign phrase.slots.place phrase.slots.time read.at
      read.desk`,
    desks: "text.text",
  },
  proposals: {
    everyone: "answered.at answered.desk id incidentId made.at made.desk news.at",
    desks: `answered.reason changes.drugs.concealment changes.drugs.packaging changes.occurredAt
      changes.place.district changes.vehicles.colour changes.vehicles.kind`,
  },
  clocks: {
    everyone:
      "id parts.acknowledged.at parts.acknowledged.desk parts.pauses.desk parts.pauses.from parts.pauses.to",
    desks: "parts.pauses.reason",
    ownScreens: `nationalParts.acknowledged.at nationalParts.acknowledged.desk nationalParts.pauses.desk
      nationalParts.pauses.from nationalParts.pauses.to`,
    ownDesks: "nationalParts.pauses.reason",
  },
  drawings: { everyone: "at desk expiresAt id incidentId", desks: "label" },
};

const shownTo: Record<AudienceView | "partner", (keyof Texts)[]> = {
  full: ["everyone", "desks", "ownScreens", "ownDesks", "admins"],
  redacted: ["everyone", "ownScreens", "admins"],
  admin: ["admins"],
  joint: ["everyone"],
  partner: ["everyone", "desks"],
};

const perCountry = (paths: readonly string[]) => [
  ...new Set(paths.map((path) => path.replace(/\.(KH|LA)(?=\.)/, ""))),
];
const expected = (of: Texts, groups: readonly (keyof Texts)[]) =>
  groups.flatMap((group) => of[group]?.split(/\s+/) ?? []).sort();

describe.each(collections)("A10 of %s", (name) => {
  const entities = planted<unknown>(slices[name].schema);
  // Which row belongs to which entity is what the line above has just fixed.
  const { shown, joint } = slices[name] as unknown as (typeof slices)["tasks"];
  const views = { ...shown, partner: joint };
  const seenBy = new Map<string, string[]>();
  for (const [view, show] of Object.entries(views)) {
    seenBy.set(view, canariesIn((entities as Parameters<typeof joint>[0][]).map(show)));
  }

  test.each([...audienceViews, "partner"] as const)(
    "%s is shown the texts named for it, no other",
    (view) => {
      expect(perCountry(seenBy.get(view) ?? []).sort()).toEqual(expected(texts[name], shownTo[view]));
    },
  );

  test("nobody is shown a field that no table names, at whatever depth it stands", () => {
    expect(canariesIn(entities).filter((path) => path.endsWith(unnamed))).not.toEqual([]);
    expect([...seenBy.values()].flat().filter((path) => path.endsWith(unnamed))).toEqual([]);
  });

  test("the table names every field of the schema, and nothing else", () => {
    const ofSchema = leavesOf(entities).filter((path) => !path.endsWith(unnamed));
    expect([...new Set(ofSchema.map(closed))].sort()).toEqual(tableLeaves(slices[name].visibility).sort());
  });
});

/** What is closed by its own schema is named as one field. */
const closed = (path: string) => path.replace(/\.(slots|versions)\..*/, ".$1");

function tableLeaves(table: unknown, path = ""): string[] {
  if (table instanceof Filled) return tableLeaves(table.inner, path);
  if (Array.isArray(table) || typeof table !== "object" || table === null) return [path];
  return Object.entries(table).flatMap(([key, inner]) => tableLeaves(inner, path ? `${path}.${key}` : key));
}
