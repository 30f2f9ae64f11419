import { describe, expect, it } from "vitest";
import { areListsReadable, type DrugDraft, type ListDrafts, listsOf } from "./list-drafts";

const none: ListDrafts = { people: [], drugs: [], vehicles: [], response: [] };
const drug: DrugDraft = { substance: "unknown", quantity: "", unit: "kg", count: "" };
const person = { role: "unknown", sex: "unknown", ageBand: "unknown" } as const;

describe("rows of a report", () => {
  it("takes 1,034,413 pieces as they were typed", () => {
    expect(listsOf({ ...none, drugs: [{ ...drug, count: "1,034,413" }] }).drugs).toEqual([
      { substance: "unknown", count: 1_034_413 },
    ]);
  });

  it("asks about 1,034 kg and takes what its writer says", () => {
    const row = { ...drug, quantity: "1,034" };
    expect(areListsReadable({ ...none, drugs: [row] })).toBe(false);
    const said = (reading: "whole" | "fraction") => ({ ...none, drugs: [{ ...row, reading }] });
    expect(areListsReadable(said("whole"))).toBe(true);
    expect(listsOf(said("whole")).drugs[0]?.quantity).toBe(1_034);
    expect(listsOf(said("fraction")).drugs[0]?.quantity).toBe(1.034);
  });

  it("reads people in Khmer and Lao digits", () => {
    const people = ["៣", "໑໒"].map((count) => ({ ...person, count }));
    expect(listsOf({ ...none, people }).people.map(({ count }) => count)).toEqual([3, 12]);
  });

  it.each(["10-12", "", "0", "\u200B", "1.5"])("stops at %j people, so that none is left out", (count) =>
    expect(areListsReadable({ ...none, people: [{ ...person, count }] })).toBe(false),
  );

  it("stops at a vehicle without a kind that can be seen", () => {
    const vehicles = [{ kind: "\u200B", colour: "", count: "1" }];
    expect(areListsReadable({ ...none, vehicles })).toBe(false);
  });
});
