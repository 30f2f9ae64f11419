import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SortedIds } from "./sorted";

const step = fc.record({ id: fc.nat(12).map(String), key: fc.option(fc.nat(5), { nil: undefined }) });

describe("SortedIds", () => {
  it("has after every step the order that sorting everything gives", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const list = new SortedIds<number>((a, b) => b - a);
        const model = new Map<string, number>();
        for (const { id, key } of steps) {
          if (key === undefined) {
            expect(list.delete(id)).toBe(model.delete(id));
          } else {
            list.set(id, key);
            model.set(id, key);
          }
          const sorted = [...model].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([one]) => one);
          expect(list.ids).toEqual(sorted);
        }
      }),
    );
  });
});
