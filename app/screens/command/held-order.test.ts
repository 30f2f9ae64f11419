import { describe, expect, it } from "vitest";
import type { TriageGroup } from "@/domain/urgency/triage";
import { changedRows } from "./held-order";
import type { TriageItem } from "./triage-items";

/** `list("needs", "a b", "quiet", "c")` */
function list(...parts: string[]): TriageItem[] {
  const items: TriageItem[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    items.push({ type: "head", group: parts[index] as TriageGroup });
    for (const id of (parts[index + 1] ?? "").split(" ")) items.push({ type: "row", id });
  }
  return items;
}
const held = list("needs", "a b c", "quiet", "d");

describe("U3 how much a held order is out of place", () => {
  it.each([
    ["nothing", list("needs", "a b c", "quiet", "d"), 0],
    ["one that came", list("needs", "x a b c", "quiet", "d"), 1],
    ["one that went", list("needs", "a c", "quiet", "d"), 1],
    ["one that would move up", list("needs", "c a b", "quiet", "d"), 1],
    ["one that would stand in another group, at the same place", list("needs", "a b", "quiet", "c d"), 1],
    ["two that would change places", list("needs", "b a c", "quiet", "d"), 1],
    ["all but one, the other way round", list("needs", "d c b a"), 3],
  ])("counts %s", (_, fresh, count) => {
    expect(changedRows(held, fresh)).toBe(count);
  });
});
