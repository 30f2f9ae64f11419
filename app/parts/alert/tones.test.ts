import { expect, it } from "vitest";
import { impacts } from "@/domain/vocabulary";
import { toneFor } from "./tones";

it("sounds by impact, and danger to life above all", () => {
  expect(impacts.map((impact) => toneFor(impact, false))).toEqual([null, null, "soft", "double"]);
  expect(toneFor("low", true)).toBe("danger");
});
