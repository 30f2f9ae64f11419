import { describe, expect, it } from "vitest";
import { type Draft, emptyDraft } from "./draft";
import type { PeopleDraft } from "./list-drafts";
import { firstGap, peopleCount, roleCount, withCount } from "./quick";

describe("the questions of a quick report", () => {
  it.each<[Partial<Draft>, string]>([
    [{}, "what"],
    [{ kind: "flood" }, "impact"],
    [{ kind: "flood", impact: "high" }, "where"],
    [{ kind: "flood", impact: "high", place: { lng: 106, lat: 13.9 } }, "check"],
    [{ place: { lng: 106, lat: 13.9 } }, "what"],
  ])("with %j comes %s", (part, step) => {
    expect(firstGap({ ...emptyDraft, ...part })).toBe(step);
  });
});

describe("counting people", () => {
  const typed: PeopleDraft = { role: "victim", sex: "unknown", ageBand: "child", count: "2" };

  it("adds, changes and removes one group of one role and leaves the others", () => {
    let people = withCount([typed], "victim", "women", 1);
    people = withCount(people, "victim", "women", 2);
    people = withCount(people, "unknown", "men", 1);
    expect(people).toEqual([
      typed,
      { role: "victim", sex: "female", ageBand: "adult", count: "2" },
      { role: "unknown", sex: "male", ageBand: "adult", count: "1" },
    ]);
    expect([peopleCount(people, "victim", "women"), peopleCount(people, "victim", "men")]).toEqual([2, 0]);
    expect([roleCount(people, "victim"), roleCount(people, "suspect")]).toEqual([4, 0]);
    expect(withCount(people, "victim", "women", 0)).toEqual([people[0], people[2]]);
  });

  it("makes one row of what was typed as two", () => {
    const twice: PeopleDraft[] = [
      { role: "victim", sex: "female", ageBand: "adult", count: "1" },
      { role: "victim", sex: "female", ageBand: "adult", count: "3" },
    ];
    expect(peopleCount(twice, "victim", "women")).toBe(4);
    expect(withCount(twice, "victim", "women", 5)).toEqual([{ ...twice[0], count: "5" }]);
  });

  it("changes nothing when nobody was counted and nobody is", () => {
    expect(withCount([typed], "suspect", "boys", 0)).toEqual([typed]);
  });
});
