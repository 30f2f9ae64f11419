import { expect, it } from "vitest";
import { clockDifferences, clockSettings } from "./compare";
import { clockConfigOf, defaultClockConfig } from "./config";

it("K7 says where the two centres' minutes differ, and nothing where they are alike or not known", () => {
  expect(clockDifferences(defaultClockConfig, undefined)).toEqual([]);
  expect(clockDifferences(defaultClockConfig, clockConfigOf({}))).toEqual([]);
  const theirs = clockConfigOf({ read: { danger: 10 }, answer: { pursuit: 8 }, review: 60 });
  expect(clockDifferences(defaultClockConfig, theirs)).toEqual([
    { setting: "read.danger", ours: 5, theirs: 10 },
    { setting: "answer.pursuit", ours: 5, theirs: 8 },
    { setting: "review", ours: 1440, theirs: 60 },
  ]);
});

it("K7 compares every setting that a site may change", () => {
  const leaves = (of: object, path = ""): string[] =>
    Object.entries(of).flatMap(([name, value]) =>
      typeof value === "object" ? leaves(value, `${path}${name}.`) : [`${path}${name}`],
    );
  expect([...clockSettings].sort()).toEqual(leaves(defaultClockConfig).sort());
});
