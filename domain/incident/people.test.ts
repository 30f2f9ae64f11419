import { expect, it } from "vitest";
import { countsByRole } from "./people";

const group = (role: "victim" | "suspect" | "unknown", count: number) => ({
  role,
  count,
  sex: "unknown" as const,
  ageBand: "unknown" as const,
});

it("K16 counts people by role, victims first, whatever their sex and age", () => {
  const people = [group("suspect", 1), group("victim", 2), group("victim", 3), group("unknown", 40)];
  expect(countsByRole({ people })).toEqual([
    { role: "victim", count: 5 },
    { role: "suspect", count: 1 },
    { role: "unknown", count: 40 },
  ]);
  expect(countsByRole({})).toEqual([]);
});
