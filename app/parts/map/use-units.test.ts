import { describe, expect, it } from "vitest";
import { freshnessOf } from "./use-units";

describe("freshnessOf", () => {
  it.each([
    [0, "fresh"],
    [120_000, "fresh"],
    [120_001, "stale"],
    [900_000, "stale"],
    [900_001, "lost"],
  ])("%i ms old is %s", (age, freshness) => {
    expect(freshnessOf(age)).toBe(freshness);
  });
});
