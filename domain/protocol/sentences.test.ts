import { expect, test } from "vitest";
import { type DenialReason, denialReasons, deny } from "../errors";
import { languages } from "../vocabulary";
import { sentences, toWireError } from "./sentences";

const reasons = Object.keys(denialReasons).filter((reason): reason is DenialReason => reason in sentences);

test("every reason has a sentence in every language, and keeps its path", () => {
  expect(reasons).toHaveLength(Object.keys(sentences).length);
  for (const reason of reasons) {
    const wantsPath = sentences[reason].en.includes("{path}");
    for (const lang of languages) {
      expect(sentences[reason][lang].length).toBeGreaterThan(20);
      expect(sentences[reason][lang].includes("{path}"), `${reason} ${lang}`).toBe(wantsPath);
    }
  }
});

test("the wire carries code, reason, path and the reader's own language", () => {
  expect(toWireError(deny("bad-form", "body.kind"), "en")).toEqual({
    code: "invalid",
    reason: "bad-form",
    path: "body.kind",
    message: "This entry is incomplete or not allowed: check body.kind, then send again.",
  });
  expect(toWireError(deny("four-eyes"), "lo").message).toMatch(/[\u0E80-\u0EFF]/);
  expect(toWireError(deny("four-eyes"), "km").message).toMatch(/[\u1780-\u17FF]/);
});
