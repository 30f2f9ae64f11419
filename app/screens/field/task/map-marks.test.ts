import { expect, it } from "vitest";
import { lineBetween } from "./map-marks";

it("the line to the place leaves both marks free, and is none where they meet", () => {
  expect(lineBetween({ x: 0, y: 0 }, { x: 100, y: 0 })).toBe("M17.0 0.0L66.0 0.0");
  expect(lineBetween({ x: 0, y: 0 }, { x: 0, y: -200 })).toBe("M0.0 -17.0L0.0 -166.0");
  expect(lineBetween({ x: 10, y: 10 }, { x: 50, y: 20 })).toBe("");
});
