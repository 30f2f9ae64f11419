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
  expect(isDue({ choice: "clock", text: "9" }, now)).toBe(false);
  for (const text of ["9:15", "09.15", "0915"]) expect(isDue({ choice: "clock", text }, now)).toBe(true);
  expect(isDue({ choice: "none", text: "9" }, now)).toBe(true);
});

it.each([
  ["00:30", "2026-10-14T17:30:00.000Z"],
  ["ថ្ងៃស្អែក ០៧:៤២", "2026-10-15T00:42:00.000Z"],
  ["16.10 07:42", "2026-10-16T00:42:00.000Z"],
])("T2 a due time looks forward: %s", (text, at) => {
  const due = { choice: "clock", text } as const;
  expect(isDue(due, now)).toBe(true);
  expect(dueAtOf(due, now)).toBe(at);
});

it("T2 a due time that has gone by is not sent", () => {
  for (const text of ["yesterday 09:15", "13.10.2026 09:15"]) {
    expect(isDue({ choice: "clock", text }, now)).toBe(false);
    expect(dueAtOf({ choice: "clock", text }, now)).toBeUndefined();
  }
});
