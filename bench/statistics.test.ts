import { expect, test } from "vitest";
import { median, percentile, perSecond, readable } from "./statistics";

test("percentiles take the nearest rank, in any order of samples", () => {
  const samples = [5, 1, 4, 2, 3];
  expect(median(samples)).toBe(3);
  expect(percentile(samples, 0.99)).toBe(5);
  expect(percentile(samples, 0.2)).toBe(1);
  expect(median([])).toBeNaN();
});

test("a rate is the median over whole seconds", () => {
  const steady = Array.from({ length: 50 }, (_, index) => 1_000 + index * 100);
  expect(perSecond(steady)).toBe(10);
  expect(perSecond([...steady, ...Array.from({ length: 500 }, () => 2_050)])).toBe(10);
  expect(perSecond([1, 2, 3])).toBeNaN();
});

test("numbers have about three significant digits", () => {
  expect([0.123, 12.34, 1234.5, Number.NaN].map(readable)).toEqual(["0.12", "12.3", "1 235", "–"]);
});
