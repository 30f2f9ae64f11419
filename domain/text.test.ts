import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isVisibleText, plainText, trimInvisible } from "./text";

const invisible = [
  "",
  " ",
  "\u00A0\u3000",
  "\u200B",
  "\u200C\u200D",
  "\u00AD",
  "\u200E\u202E\u2066\u2069",
  "\uFEFF",
  "\u2060",
  "\u3164",
  "\uFFA0\u115F\u1160",
  "\u2800",
  "\u17B4\u17B5",
  "\uFE0F",
  "\u{E0020}",
  "\t\n\u0001",
];

describe("text that people write", () => {
  it.each(invisible.map((text) => [codesOf(text), text]))("counts %j as empty", (_, text) => {
    expect(isVisibleText(text)).toBe(false);
    expect(plainText(100).safeParse(text).success).toBe(false);
  });

  it("trims what shows nothing at the edges, and nothing within", () => {
    expect(plainText(100).parse("\u200B \u202Eព្រំ\u200Bដែន\u00AD ")).toBe("ព្រំ\u200Bដែន");
    expect(plainText(100).parse("ຊາຍ\u200Bແດນ")).toBe("ຊາຍ\u200Bແດນ");
  });

  it("leaves a sign whole that ends with a selector", () => {
    expect(trimInvisible("\u26A0\uFE0F")).toBe("\u26A0\uFE0F");
  });

  it("measures what is left", () => {
    expect(plainText(3).safeParse("  abc  ").success).toBe(true);
    expect(plainText(3).safeParse("abcd").success).toBe(false);
  });

  it("gives the same when it is parsed again", () => {
    const edge = fc.constantFrom(...invisible);
    fc.assert(
      fc.property(edge, fc.string({ minLength: 1 }), edge, (before, text, after) => {
        const first = plainText(1_000).safeParse(before + text + after);
        if (first.success) expect(plainText(1_000).parse(first.data)).toBe(first.data);
      }),
    );
  });
});

function codesOf(text: string): string {
  return [...text].map((sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16)}`).join(" ");
}
