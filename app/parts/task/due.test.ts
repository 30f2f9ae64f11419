import { expect, it } from "vitest";
import { dueAtOf, isDue, noDue } from "./due";

const now = Date.parse("2026-10-14T01:00:00.000Z");

it("is due at no time unless one is chosen", () => {
  expect(dueAtOf(noDue, now)).toBeUndefined();
});

it("is due a span from now, or when the clock next shows it", () => {
  expect(dueAtOf({ choice: "30", text: "" }, now)).toBe("2026-10-14T01:30:00.000Z");
  expect(dueAtOf({ choice: "clock", text: "09:15" }, now)).toBe("2026-10-14T02:15:00.000Z");
});

it("waits for a time that is understood", () => {
  expect(isDue({ choice: "clock", text: "9" })).toBe(false);
  for (const text of ["9:15", "09.15", "0915"]) expect(isDue({ choice: "clock", text })).toBe(true);
  expect(isDue({ choice: "none", text: "9" })).toBe(true);
});
