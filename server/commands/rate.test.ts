import { expect, it } from "vitest";
import { RateLimiter } from "./rate";

it("C7 allows one second's tokens at once, then refills evenly, per key", () => {
  let now = 0;
  const limiter = new RateLimiter(4, () => now);
  const taken = () => limiter.take("one");
  expect([taken(), taken(), taken(), taken(), taken()]).toEqual([true, true, true, true, false]);
  expect(limiter.take("two")).toBe(true);
  now += 250;
  expect([taken(), taken()]).toEqual([true, false]);
  now += 60_000;
  expect([taken(), taken(), taken(), taken(), taken()]).toEqual([true, true, true, true, false]);
});
