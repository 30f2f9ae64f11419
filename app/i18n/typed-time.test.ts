import { describe, expect, it, test } from "vitest";
import { aheadMs } from "@/domain/protocol/limits";
import { type Direction, lastTime, nextTime, typedTime } from "./typed-time";

/** Local time (UTC+7) on that day as ISO 8601 UTC. */
const local = (text: string): string => new Date(`${text}:00.000+07:00`).toISOString();
const ms = (text: string): number => Date.parse(local(text));
const morning = ms("2026-10-14T08:00");
const midnight = ms("2026-10-14T00:10");
const evening = ms("2026-10-14T23:58");

it.each([
  "7:42",
  "07:42",
  " 07:42 ",
  "07.42",
  "7.42",
  "0742",
  "៧:៤២",
  "០៧៤២",
  "໗:໔໒",
  "໐໗.໔໒",
  "\u200b07:42\u200b",
])("T2 reads %j as a local time", (text) => {
  expect(typedTime(text, "past", morning)).toEqual({ state: "time", at: local("2026-10-14T07:42") });
});

it.each([
  "24:00",
  "25.00",
  "2400",
  "7:60",
  "0760",
  "742",
  "07:4",
  "07 42",
  "+7:42",
  "soon",
  "yesterday",
  "27.11",
  "31.2. 07:42",
  "29.2.2025 07:42",
  "27.13 07:42",
  "3 Foo 07:42",
  "yesterday 27.11 07:42",
])("T2 does not take %j for a time", (text) => {
  for (const direction of ["past", "coming"] as const)
    expect(typedTime(text, direction, morning)).toEqual({ state: "unclear" });
});

it.each(["", "  ", "\u200b"])("T2 takes %j for nothing typed", (text) => {
  expect(typedTime(text, "past", morning)).toEqual({ state: "empty" });
});

describe("T2 what happened looks back, what is due looks forward", () => {
  test.each<[string, Direction, number, string]>([
    ["07:42", "coming", morning, "2026-10-15T07:42"],
    ["08:30", "coming", morning, "2026-10-14T08:30"],
    ["00:30", "coming", ms("2026-10-14T23:50"), "2026-10-15T00:30"],
    ["23:50", "past", midnight, "2026-10-13T23:50"],
    ["00:05", "past", midnight, "2026-10-14T00:05"],
    ["08:06", "past", morning, "2026-10-13T08:06"],
    ["00:04", "past", evening, "2026-10-14T00:04"],
    ["23:52", "coming", evening, "2026-10-15T23:52"],
  ])("%s, %s", (text, direction, now, expected) => {
    expect(typedTime(text, direction, now)).toEqual({ state: "time", at: local(expected) });
  });
});

describe("T2 a time within five minutes of now on the wrong side is now, also over midnight", () => {
  const half = ms("2026-10-14T14:04") + 30_000;
  test.each<[string, Direction, number]>([
    ["14:05", "past", half],
    ["14:09", "past", half],
    ["14:04", "coming", half],
    ["14:00", "coming", half],
    ["00:02", "past", evening],
    ["23:58", "coming", ms("2026-10-15T00:01")],
    ["tomorrow 00:02", "past", evening],
    ["1.1. 00:01", "past", ms("2026-12-31T23:58")],
  ])("%s, %s", (text, direction, now) => {
    expect(typedTime(text, direction, now)).toEqual({
      state: "time",
      at: new Date(now).toISOString(),
      now: true,
    });
  });

  test("for every minute of a day and every second of a minute it is never a day off", () => {
    for (let minute = 0; minute < 24 * 60; minute += 7) {
      for (const second of [0, 1, 30, 59]) {
        const now = ms("2026-10-14T00:00") + minute * 60_000 + second * 1_000;
        for (let ahead = 0; ahead <= 4; ahead += 1) {
          const typed = new Date(now + 7 * 3_600_000 + ahead * 60_000).toISOString().slice(11, 16);
          const at = Date.parse(lastTime(typed, now) ?? "");
          expect(now - at).toBeGreaterThanOrEqual(0);
          expect(now - at).toBeLessThan(60_000);
          const due = Date.parse(nextTime(typed, now) ?? "");
          expect(due - now).toBeGreaterThanOrEqual(0);
          expect(due - now).toBeLessThanOrEqual(aheadMs);
        }
      }
    }
  });
});

describe("T2 a time may carry its day, before or after it, in any of the languages", () => {
  test.each<[string, string]>([
    ["yesterday 23:50", "2026-10-13T23:50"],
    ["Yesterday, 2350", "2026-10-13T23:50"],
    ["23:50 yesterday", "2026-10-13T23:50"],
    ["ម្សិលមិញ ២៣:៥០", "2026-10-13T23:50"],
    ["ម្សិលមិញ២៣:៥០", "2026-10-13T23:50"],
    ["ມື້ວານ ໒໓:໕໐", "2026-10-13T23:50"],
    ["today 07:42", "2026-10-14T07:42"],
    ["ថ្ងៃនេះ 07:42", "2026-10-14T07:42"],
    ["12.10 23:50", "2026-10-12T23:50"],
    ["12.10. 23.50", "2026-10-12T23:50"],
    ["12/10 2350", "2026-10-12T23:50"],
    ["១២/១០ ២៣៥០", "2026-10-12T23:50"],
    ["12-10-2026 23:50", "2026-10-12T23:50"],
    ["12.10.26 23:50", "2026-10-12T23:50"],
    ["2026-10-12 23:50", "2026-10-12T23:50"],
    ["12 Oct 23:50", "2026-10-12T23:50"],
    ["12 តុលា 23:50", "2026-10-12T23:50"],
    ["12 ຕຸລາ 23:50", "2026-10-12T23:50"],
    ["23:50 12.10", "2026-10-12T23:50"],
    ["1.5 23:50", "2026-05-01T23:50"],
    ["3 Mar 2024 23:50", "2024-03-03T23:50"],
    ["29.2.2024 23:50", "2024-02-29T23:50"],
  ])("%s", (text, expected) => {
    expect(typedTime(text, "past", morning)).toEqual({ state: "time", at: local(expected) });
  });

  test.each<[string, string]>([
    ["tomorrow 00:30", "2026-10-15T00:30"],
    ["ថ្ងៃស្អែក 00:30", "2026-10-15T00:30"],
    ["ມື້ອື່ນ 00:30", "2026-10-15T00:30"],
    ["3.1 09:00", "2027-01-03T09:00"],
    ["1.10.2027 09:00", "2027-10-01T09:00"],
  ])("due %s", (text, expected) => {
    expect(typedTime(text, "coming", morning)).toEqual({ state: "time", at: local(expected) });
  });

  test.each<[string, Direction, string]>([
    ["tomorrow 07:42", "past", "ahead"],
    ["today 08:30", "past", "ahead"],
    ["15.10.2026 07:42", "past", "ahead"],
    ["yesterday 23:50", "coming", "gone"],
    ["today 07:42", "coming", "gone"],
    ["12.10.2026 07:42", "coming", "gone"],
    ["15.10 07:42", "past", "far"],
    ["12.10 07:42", "coming", "far"],
    ["12.12.2027 07:42", "coming", "far"],
  ])("%s cannot be meant of what is %s: %s", (text, direction, state) => {
    expect(typedTime(text, direction, morning)).toEqual({ state });
  });
});

it("T2 is not earlier than the step before within its minute, and says what was typed otherwise", () => {
  const before = "2026-10-14T00:42:31.000Z";
  expect(lastTime("07:42", morning, before)).toBe(before);
  expect(lastTime("07:41", morning, before)).toBe("2026-10-14T00:41:00.000Z");
});
