import { describe, expect, it, test } from "vitest";
import { commandBodies } from "@/domain/commands";
import { countries, kinds, provinceCodes, provinces, purposeOf, purposes } from "@/domain/vocabulary";
import { provinceAt } from "@/map/places/province-at";
import { beginnings, roundMinutes, stories } from ".";

const nowMs = Date.parse("2026-11-23T08:00:00.000Z");

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

  it("reports what the wire allows", () => {
    const occurredAt = new Date(nowMs).toISOString();
    commandBodies["incident.report"].parse({ ...report, occurredAt });
  });

  it("moves within its province when a step moves it, and says what the wire allows", () => {
    for (const { act } of steps) {
      if (!("body" in act)) continue;
      const body = typeof act.body === "function" ? act.body(nowMs) : act.body;
      commandBodies[act.type].parse(body);
      const place = "changes" in body ? body.changes.place : undefined;
      if (place) expect(provinceAt(place.lng, place.lat)).toBe(province);
    }
  });
});

test("the first incidents begin within seconds, the last before the round is over", () => {
  expect(beginnings.filter(({ at }) => at <= 10).length).toBeGreaterThanOrEqual(3);
  expect(beginnings.every(({ at }) => at < roundMinutes)).toBe(true);
  expect(beginnings.map(({ at }) => at)).toEqual(beginnings.map(({ at }) => at).sort((a, b) => a - b));
  expect(new Set(beginnings.map(({ story }) => story.key)).size).toBe(stories.length);
});
