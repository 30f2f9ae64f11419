/** The short form of `npm run cut -- --away 50000`: in order, and desks are answered while it is taken in. */
import { expect, it } from "vitest";
import { playAway } from "./cut/away";

const events = 1_000;
/** Far above what a desk waits, so that a busy machine fails no test: without turns for own commands it is more. */
const answersWithinMs = 2_000;

it("what waited for a partner arrives in order, while desks of both sides are answered", {
  timeout: 180_000,
}, async () => {
  const result = await playAway({ events, quietMs: 3_000, say: (line) => console.log(line) });
  expect(result.waited).toBeGreaterThanOrEqual(events);
  for (const { count, p95 } of Object.values(result.during)) {
    expect(count).toBeGreaterThan(0);
    expect(p95).toBeLessThan(answersWithinMs);
  }
});
