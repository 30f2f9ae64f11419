import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, it, test } from "vitest";
import type { Language } from "@/domain/vocabulary";
import { type Formats, useFormats } from "./format";
import month from "./texts/month.json";
import time from "./texts/time.json";
import { typedTime } from "./typed-time";
import { type TypedTimeText, useTypedTimeText } from "./typed-time-text";

type Texts = { [key: string]: Texts | string };

const isText = (texts: Texts): texts is Record<Language, string> => typeof texts.en === "string";
const inLanguage = (texts: Texts, language: Language): Texts | string =>
  isText(texts)
    ? texts[language]
    : Object.fromEntries(
        Object.entries(texts).map(([key, inner]) => [
          key,
          typeof inner === "string" ? inner : inLanguage(inner, language),
        ]),
      );

/** What a hook gives within the texts of a language. */
function within<Value>(language: Language, use: () => Value): Value {
  const given: Value[] = [];
  const Reader = () => {
    given.push(use());
    return null;
  };
  const messages = { time: inLanguage(time, language), month: inLanguage(month, language), weekday: {} };
  renderToStaticMarkup(
    <IntlProvider locale={language} timeZone="UTC" messages={messages as never}>
      <Reader />
    </IntlProvider>,
  );
  const [value] = given;
  if (value === undefined) throw new Error("nothing given");
  return value;
}

const formats = (language: Language): Formats => within(language, useFormats);
const now = Date.parse("2026-10-14T01:00:00.000Z");

describe("a moment", () => {
  test.each<[Language, string, string]>([
    ["en", "2026-10-14T00:42:00.000Z", "07:42"],
    ["en", "2026-10-13T16:50:00.000Z", "13 Oct 23:50"],
    ["en", "2025-12-31T16:59:00.000Z", "31 Dec 2025 23:59"],
    ["en", "2025-12-31T17:00:00.000Z", "1 Jan 00:00"],
    ["en", "2027-01-03T02:00:00.000Z", "3 Jan 2027 09:00"],
    ["km", "2001-01-01T05:00:00.000Z", "1 មករា 2001 12:00"],
    ["lo", "2001-01-01T05:00:00.000Z", "1 ມັງກອນ 2001 12:00"],
  ])(
    "T1 shows its day when it is not today and its year when it is not this one (%s, %s)",
    (language, at, shown) => {
      expect(formats(language).moment(at, now)).toBe(shown);
    },
  );
});

it.each([
  [31_000, "31 s"],
  [119_000, "119 s"],
  [7 * 60_000, "7 min"],
  [59.8 * 60_000, "60 min"],
  [72 * 60_000, "1:12 h"],
  [3 * 86_400_000, "3 days"],
])("a span of %i ms is %s", (ms, shown) => {
  expect(formats("en").span(ms)).toBe(shown);
});

describe("T2 below a typed time stands which moment is meant, unless it is plainly today", () => {
  const said = (text: string, direction: "past" | "coming"): TypedTimeText =>
    within("en", () => useTypedTimeText(typedTime(text, direction, now), now));

  test.each<[string, "past" | "coming", TypedTimeText]>([
    ["", "past", {}],
    ["07:42", "past", {}],
    ["08:03", "past", { means: "Means now" }],
    ["23:50", "past", { means: "Means yesterday, 13 Oct 23:50" }],
    ["07:42", "coming", { means: "Means tomorrow, 15 Oct 07:42" }],
    ["3 Mar 2024 23:50", "past", { means: "Means 3 Mar 2024 23:50" }],
    ["tomorrow 07:42", "past", { error: "This time is still to come." }],
    ["yesterday 07:42", "coming", { error: "This time has gone by." }],
  ])("%s (%s)", (text, direction, expected) => expect(said(text, direction)).toEqual(expected));
});
