import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { withSection } from "./review-texts";

it("lists every text of the screens for native review, as the message files have it now", () => {
  const document = readFileSync("docs/native-review.md", "utf8");
  expect(withSection(document)).toBe(document);
});
