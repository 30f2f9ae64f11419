/** All texts in all three languages: a missing key, an empty value or another slot fails here. */
import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { silent } from "@/app/parts/incident/event-text";
import { eventTypes } from "@/domain/events";
import { phraseIds, phraseSlots } from "@/domain/phrases";
import * as words from "@/domain/vocabulary";
import { readTexts, treeOf } from "@/scripts/texts.mjs";
import { codedTexts } from "./coded";

const all = readTexts();
const inLanguage = (language: words.Language) => new Map(all.map((text) => [text.key, text[language]]));
const texts = { en: inLanguage("en"), km: inLanguage("km"), lo: inLanguage("lo") };

/** The names of ICU arguments: a brace within text opens one, a brace within an argument opens a branch of text. */
function slotsOf(text: string): string[] {
  const slots = new Set<string>();
  let depth = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === "}") depth -= 1;
    if (character !== "{") continue;
    if (depth % 2 === 0) slots.add(/^\s*(\w+)/.exec([...text].slice(index + 1).join(""))?.[1] ?? "");
    depth += 1;
  }
  return [...slots].sort();
}

const others = ["km", "lo"] as const;

it("a text is its three languages, and the drafts of them that a native reader has approved", () => {
  const known = new Set(["key", "reviewed", ...words.languages]);
  const wrong = all.filter(
    (text) =>
      Object.keys(text).some((name) => !known.has(name)) ||
      text.reviewed?.some((language) => !others.some((draft) => draft === language)),
  );
  expect(wrong.map(({ key }) => key)).toEqual([]);
});

describe.each(others)("the texts in %s", (language) => {
  it("have the same keys as the English ones", () => {
    expect(all.filter((text) => typeof text[language] !== "string")).toEqual([]);
  });

  it("have the same slots", () => {
    const different = [...texts.en].filter(
      ([key, text]) => slotsOf(texts[language].get(key) ?? "").join() !== slotsOf(text).join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it("are in their own script, except what is the same everywhere", () => {
    const script = language === "km" ? /[\u1780-\u17FF]/ : /[\u0E80-\u0EFF]/;
    const same = new Set([
      "report.typedHint",
      "detail.accuracy",
      "detail.people",
      "language.en",
      "mapTool.coordinateFormat.utm",
      "mapTool.coordinateFormat.mgrs",
    ]);
    const foreign = [...texts[language]].filter(
      ([key, text]) => !script.test(text) && !same.has(key) && !key.startsWith("language."),
    );
    expect(foreign.map(([key]) => key)).toEqual([]);
  });
});

describe.each(words.languages)("every text in %s", (language) => {
  it("says something", () => {
    expect([...texts[language]].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("can be formatted", () => {
    const failed: string[] = [];
    const t = createTranslator({
      locale: language,
      messages: treeOf(all, language),
      onError: (error) => failed.push(error.message),
    });
    for (const [key, text] of texts[language]) {
      const slots = Object.fromEntries(slotsOf(text).map((slot) => [slot, 2]));
      (t as (key: string, values: Record<string, number>) => string)(key, slots);
    }
    expect(failed).toEqual([]);
  });
});

describe("every code has a text", () => {
  it.each(Object.entries(codedTexts))("%s", (name, codes) => {
    expect(codes.filter((code) => !texts.en.has(`${name}.${code}`))).toEqual([]);
  });

  it("every event that a timeline shows has a title", () => {
    const shown = eventTypes.filter((type) => !Object.hasOwn(silent, type));
    expect(shown.filter((type) => !texts.en.has(`event.${type}`))).toEqual([]);
  });

  it("every phrase has the slots of the phrase book", () => {
    for (const id of phraseIds) {
      expect(slotsOf(texts.en.get(`phrase.${id}`) ?? "")).toEqual(Object.keys(phraseSlots[id]).sort());
    }
  });
});
