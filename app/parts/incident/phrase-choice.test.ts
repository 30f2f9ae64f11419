import { expect, test } from "vitest";
import { phraseOf } from "./phrase-choice";

/** 07:42 on 14 October at UTC+7. */
const now = Date.parse("2026-10-14T00:42:00.000Z");

test.each([
  ["3", 3],
  ["៣", 3],
  ["໓", 3],
  ["1,034", 1_034],
  ["1 034", 1_034],
  ["", undefined],
  ["10-12", undefined],
  ["three", undefined],
  ["2.5", undefined],
])("T5 a number typed as %j says %s, or the phrase is not sent", (text, count) => {
  expect(phraseOf("medical-needed", { count: text }, now)?.slots).toEqual(
    count === undefined ? undefined : { count },
  );
});

test.each([
  ["08:10", "2026-10-14T01:10:00.000Z"],
  ["ថ្ងៃស្អែក ០៧:៤២", "2026-10-15T00:42:00.000Z"],
  ["yesterday 08:10", undefined],
  ["soon", undefined],
])("T2 a phrase looks forward: %s", (text, time) => {
  expect(phraseOf("information-follows", { time: text }, now)?.slots).toEqual(time && { time });
});

test("T6 a phrase with a place that shows nothing is not sent", () => {
  expect(phraseOf("road-closed", { place: "\u200B" }, now)).toBeUndefined();
  expect(phraseOf("road-closed", { place: " km 5\u200B" }, now)?.slots).toEqual({ place: "km 5" });
});
