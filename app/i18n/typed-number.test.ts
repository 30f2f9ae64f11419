import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { typedAmount, typedCount } from "./typed-number";

const number = (value: number) => ({ state: "number", value });

describe("a typed count", () => {
  it.each([
    ["12", 12],
    ["1,034", 1_034],
    ["1.034", 1_034],
    ["1,034,413", 1_034_413],
    ["1.034.413", 1_034_413],
    ["1 034 413", 1_034_413],
    ["1\u00A0034", 1_034],
    ["1'034", 1_034],
    ["៣", 3],
    ["១២", 12],
    ["໑໒", 12],
    ["១,០៣៤", 1_034],
    ["\u200B7 ", 7],
    ["0", 0],
  ])("reads %j", (text, value) => expect(typedCount(text)).toEqual(number(value)));

  it.each([
    "10-12",
    "3 or 4",
    "12,5",
    "1,03",
    "1e3",
    "-3",
    "+3",
    "1,0344",
    "1 03",
    "~5",
    "12.",
    ".5",
    "0x10",
  ])("does not read %j", (text) => expect(typedCount(text)).toEqual({ state: "unclear" }));

  it.each(["", " ", "\u200B"])("is empty for %j", (text) =>
    expect(typedCount(text)).toEqual({ state: "empty" }),
  );
});

describe("a typed amount", () => {
  it.each([
    ["12.5", 12.5],
    ["12,5", 12.5],
    ["0,125", 0.125],
    ["0.125", 0.125],
    ["1034,25", 1_034.25],
    ["1,034.5", 1_034.5],
    ["1.034,5", 1_034.5],
    ["1 034,125", 1_034.125],
    ["1,034,413", 1_034_413],
    ["១២,៥", 12.5],
  ])("reads %j", (text, value) => expect(typedAmount(text)).toEqual(number(value)));

  it.each(["1,034", "1.034", "១,០៣៤"])("asks about %j", (text) =>
    expect(typedAmount(text)).toEqual({ state: "unsure", whole: 1_034, fraction: 1.034 }),
  );

  it.each(["10-12", "1,03,4", "1.034.41", "1,034,413,2", "kg", "1,2,3", "1..2"])("does not read %j", (text) =>
    expect(typedAmount(text)).toEqual({ state: "unclear" }),
  );

  it("reads whole numbers with the usual group separators", () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999_999 }), fc.constantFrom("en", "de-CH", "fr"), (value, locale) => {
        const text = new Intl.NumberFormat(locale).format(value);
        expect(typedCount(text)).toEqual(number(value));
      }),
    );
  });
});
