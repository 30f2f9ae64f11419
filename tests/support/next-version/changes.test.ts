import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { changes, nextVersionOf } from "./changes.mjs";

describe("the next version", () => {
  it.each(Object.keys(changes))("finds what it changes in %s", (file) => {
    const text = readFileSync(file, "utf8");
    expect(nextVersionOf(file, text)).not.toBe(text);
  });

  it("says which change no longer fits", () => {
    expect(() => nextVersionOf("domain/protocol/version.ts", "")).toThrow("domain/protocol/version.ts");
  });
});
