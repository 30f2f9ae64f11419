import { expect, it } from "vitest";
import { isUnsent } from "./unsent";

const down = { state: "down", since: "2026-10-14T00:10:00.000Z" } as const;

it.each([
  ["after the cut, by this side", "2026-10-14T00:11:00.000Z", "KH", down, true],
  ["before the cut", "2026-10-14T00:09:00.000Z", "KH", down, false],
  ["by the other side", "2026-10-14T00:11:00.000Z", "LA", down, false],
  ["with the link up", "2026-10-14T00:11:00.000Z", "KH", { ...down, state: "live" }, false],
  ["with nothing heard of the link", "2026-10-14T00:11:00.000Z", "KH", undefined, false],
] as const)("what was done while the link was down is not sent yet: %s", (_, at, by, partner, expected) => {
  expect(isUnsent({ at, by }, "KH", partner)).toBe(expected);
});
