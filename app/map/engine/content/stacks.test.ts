import { describe, expect, it } from "vitest";
import { fanRadius, stacksOf } from "./stacks";

const spot = (id: string, x: number, y = 0) => ({ id, x, y });
const names = (groups: { id: string }[][]) => groups.map((group) => group.map(({ id }) => id));

describe("stacksOf", () => {
  it("finds what lies on one spot, and leaves out what stands alone", () => {
    expect(names(stacksOf([spot("a", 0), spot("b", 0), spot("c", 100), spot("d", 3)], 5))).toEqual([
      ["a", "b", "d"],
    ]);
  });

  it("takes a chain of neighbours as one", () => {
    expect(names(stacksOf([spot("a", 0), spot("b", 20), spot("c", 10)], 10))).toEqual([["a", "c", "b"]]);
  });

  it("finds nothing among those apart", () => {
    expect(stacksOf([spot("a", 0), spot("b", 11)], 10)).toEqual([]);
  });
});

describe("fanRadius", () => {
  it.each([2, 3, 5, 12])("sets %i symbols side by side without touching", (count) => {
    const radius = fanRadius(count, 40);
    const turn = (2 * Math.PI) / count;
    expect(Math.hypot(radius - radius * Math.cos(turn), radius * Math.sin(turn))).toBeCloseTo(40);
  });
});
