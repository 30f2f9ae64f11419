import { expect, it } from "vitest";
import { boxOf } from "./box";

const line = [
  [106, 15],
  [107, 14],
];
const ring = [...line, [105, 14.5], [106, 15]];

it.each([
  ["a point", { coordinates: [106, 14] }, [106, 14, 106, 14]],
  ["a line", { coordinates: line }, [106, 14, 107, 15]],
  ["an area", { coordinates: [ring] }, [105, 14, 107, 15]],
  ["areas", { coordinates: [[ring], [[[108, 13]]]] }, [105, 13, 108, 15]],
])("spans %s", (_, geometry, box) => {
  expect(boxOf(geometry)).toEqual(box);
});
