/** One word per term in each language, over the texts of the screens and the sentences of the server. */
import { describe, expect, it } from "vitest";
import { sentences } from "@/domain/protocol/sentences";
import { languages } from "@/domain/vocabulary";
import { readTexts } from "@/scripts/texts.mjs";
import { hasForbidden, proseOf, termbase, termsIn } from "./termbase";

const texts = [
  ...readTexts(),
  ...Object.entries(sentences).map(([reason, text]) => ({ key: `sentence.${reason}`, ...text })),
];
const keys = new Set(texts.map(({ key }) => key));
/** Texts that stand as they are in every language. */
const unchanged = ({ key }: { key: string }) => key.startsWith("language.");

describe.each(["km", "lo"] as const)("in %s", (language) => {
  it("every term that the English uses has its agreed word or a declared form of it", () => {
    const wrong = texts.flatMap((text) =>
      [...termsIn(text.en)]
        .filter((term) => !unchanged(text) && !term.except?.[text.key])
        .filter((term) => !term[language].some((word) => text[language].includes(word)))
        .map((term) => `${text.key}: ${term.en} is ${term[language].join(" or ")}: ${text[language]}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe.each(languages)("in %s", (language) => {
  it("no forbidden word stands", () => {
    const found = termbase.forbidden
      .filter((forbidden) => forbidden.language === language)
      .flatMap((forbidden) =>
        texts
          .filter(({ key }) => !forbidden.except?.includes(key))
          .filter((text) => hasForbidden(text[language], forbidden))
          .map(({ key }) => `${key}: ${forbidden.word} is ${forbidden.why}`),
      );
    expect(found).toEqual([]);
  });

  it("texts are in Unicode NFC, without zero-width characters or spaces at the ends", () => {
    const wrong = texts.filter(
      (text) =>
        text[language].normalize("NFC") !== text[language] ||
        /[\u200B-\u200D\u2060\uFEFF]/.test(text[language]) ||
        text[language].trim() !== text[language],
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });
});

describe("the termbase itself", () => {
  it("has each term once", () => {
    const names = termbase.terms.map(({ en }) => en);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it("makes exceptions only for texts that there are, and that need one", () => {
    const stale = termbase.terms.flatMap((term) =>
      Object.keys(term.except ?? {}).filter((key) => {
        const text = texts.find((each) => each.key === key);
        const isRight = (["km", "lo"] as const).every(
          (language) => text && term[language].some((word) => text[language].includes(word)),
        );
        return !text || isRight || !termsIn(text.en).has(term);
      }),
    );
    expect(stale).toEqual([]);
    expect(termbase.forbidden.flatMap(({ except = [] }) => except).filter((key) => !keys.has(key))).toEqual(
      [],
    );
  });

  it("finds terms by their longest phrase, beside slots and in every branch of a plural", () => {
    const found = (english: string) => [...termsIn(english)].map(({ en }) => en).sort();
    expect(found("Only a protection officer may clear it")).toEqual(["protection officer"]);
    expect(found("{count, plural, one {# boat} other {# boats}} seen")).toEqual(["boat"]);
    expect(found("{unit} entered {area}")).toEqual(["enters"]);
    expect(proseOf("Released by {country}")).toBe("Released by");
  });
});
