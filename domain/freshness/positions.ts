/** Our proposal: a position is fresh for two minutes, and after fifteen the unit may be anywhere. */
const freshMs = 2 * 60_000;
const lostMs = 15 * 60_000;

export const positionFreshnesses = ["fresh", "stale", "lost"] as const;
export type PositionFreshness = (typeof positionFreshnesses)[number];

/** How far a position of this age, in milliseconds, can be relied on. */
export function freshnessOf(ageMs: number): PositionFreshness {
  if (ageMs <= freshMs) return "fresh";
  return ageMs <= lostMs ? "stale" : "lost";
}
