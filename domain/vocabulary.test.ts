import { expect, test } from "vitest";
import { kindSchema, kinds, kindsByPurpose, purposeOf, purposes } from "./vocabulary";

test("S1 there are six purposes, and none for public order, state security or anything else", () => {
  expect(purposes).toEqual(["trafficking", "drugs", "wildlife", "smuggling", "persons", "border-safety"]);
  for (const kind of ["other", "public-order", "protest", "state-security", "unknown"]) {
    expect(kindSchema.safeParse(kind).success).toBe(false);
  }
});

test("S1 every kind serves exactly one purpose", () => {
  expect(new Set(kinds).size).toBe(kinds.length);
  for (const kind of kinds) expect(kindsByPurpose[purposeOf(kind)]).toContain(kind);
});
