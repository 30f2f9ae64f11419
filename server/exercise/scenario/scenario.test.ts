import { describe, expect, it, test } from "vitest";
import { demoUnits } from "@/db/seed/units";
import { commandBodies } from "@/domain/commands";
import {
  countries,
  kinds,
  partnerOf,
  provinceCodes,
  provinces,
  purposeOf,
  purposes,
} from "@/domain/vocabulary";
import { provinceAt } from "@/map/places/province-at";
import { beginnings, roundMinutes, stories } from ".";
import { shifts } from "./shifts";
import type { StoryContext, StoryStep } from "./story";

const nowMs = Date.parse("2026-11-23T08:00:00.000Z");
const anySubject = "KH-00000000-0000-4000-8000-000000000001";
const context: StoryContext = {
  nowMs,
  incident: anySubject,
  thing: () => anySubject,
  unitOf: () => anySubject,
  incidentOf: () => anySubject,
  lastNote: anySubject,
};

test("the scenario has at least 40 incidents, each under a key of its own", () => {
  expect(stories.length).toBeGreaterThanOrEqual(40);
  expect(new Set(stories.map(({ key }) => key)).size).toBe(stories.length);
});

test("it reaches every province, both countries, every purpose and every kind", () => {
  expect(new Set(stories.map(({ province }) => province))).toEqual(new Set(provinceCodes));
  expect(new Set(stories.map(({ country }) => country))).toEqual(new Set(countries));
  expect(new Set(stories.map(({ report }) => purposeOf(report.kind)))).toEqual(new Set(purposes));
  expect(new Set(stories.map(({ report }) => report.kind))).toEqual(new Set(kinds));
});

describe.each(stories)("$key", ({ province, country, report, steps }) => {
  it("lies in its province, in its country", () => {
    expect(provinceAt(report.place.lng, report.place.lat)).toBe(province);
    expect(provinces[province].country).toBe(country);
  });

  it("reports a valid body", () => {
    const occurredAt = new Date(nowMs).toISOString();
    commandBodies["incident.report"].parse({ ...report, occurredAt });
  });

  it("stays in its province when a step moves it, and sends valid bodies", () => {
    for (const { act } of steps) {
      const body = typeof act.body === "function" ? act.body(context) : act.body;
      commandBodies[act.type].parse(body);
      const place = "changes" in body ? body.changes.place : undefined;
      if (place) expect(provinceAt(place.lng, place.lat)).toBe(province);
    }
  });
});

/** The names a list of steps creates, and those it uses before they exist. */
function namesIn(steps: readonly StoryStep[]) {
  const made = new Set<string>();
  const early: string[] = [];
  for (const { on, makes, needs = [] } of steps) {
    early.push(...needs.filter((name) => !made.has(name)));
    if (makes) made.add(makes.name);
    if (on && "thing" in on && !made.has(on.thing)) early.push(on.thing);
  }
  return { made, early };
}

const callsigns = (country: string) =>
  demoUnits.filter((unit) => unit.country === country).map(({ callsign }) => callsign);

test.each([...stories, ...shifts])(
  "$key names things only after creating them, and uses units of the right country",
  ({ country, steps }) => {
    expect(namesIn(steps).early).toEqual([]);
    for (const { side, makes, on } of steps) {
      const known = callsigns(side === "own" ? country : partnerOf(country));
      for (const unit of makes?.units ?? []) expect(known).toContain(unit);
      if (on && "unit" in on) expect(known).toContain(on.unit);
    }
  },
);

test("the first incidents begin within seconds, the last before the round is over", () => {
  expect(beginnings.filter(({ at }) => at <= 10).length).toBeGreaterThanOrEqual(3);
  expect(beginnings.every(({ at }) => at < roundMinutes)).toBe(true);
  expect(beginnings.map(({ at }) => at)).toEqual(beginnings.map(({ at }) => at).sort((a, b) => a - b));
  expect(new Set(beginnings.map(({ story }) => story.key)).size).toBe(stories.length + shifts.length);
});
