import { expect, it } from "vitest";
import { freshnessOf } from "./positions";

const minute = 60_000;

it.each([
  [-1, "fresh"],
  [0, "fresh"],
  [2 * minute, "fresh"],
  [2 * minute + 1, "stale"],
  [15 * minute, "stale"],
  [15 * minute + 1, "lost"],
] as const)("a position that is %d ms old is %s", (ageMs, freshness) => {
  expect(freshnessOf(ageMs)).toBe(freshness);
});
