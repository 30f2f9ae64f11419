import { expect, it } from "vitest";
import { isTime, lastTime, nextTime, timeToday } from "./typed-time";

// 00:10 on the 14th at UTC+7.
const midnight = Date.parse("2026-10-13T17:10:00.000Z");
const morning = Date.parse("2026-10-14T01:00:00.000Z");

it.each(["7:42", "07:42", " 07:42 ", "07.42", "7.42", "0742"])("reads %s as a local time", (text) => {
  expect(timeToday(text, morning)).toBe("2026-10-14T00:42:00.000Z");
  expect(isTime(text)).toBe(true);
});

it.each(["", "24:00", "25.00", "2400", "7:60", "0760", "742", "07:4", "07 42", "+7:42", "soon"])(
  "does not take %j for a time",
  (text) => {
    expect(isTime(text)).toBe(false);
    for (const read of [timeToday, nextTime, lastTime]) expect(read(text, morning)).toBeUndefined();
  },
);

it("means tomorrow by a time that has gone by, when something is due", () => {
  expect(nextTime("07:42", morning)).toBe("2026-10-15T00:42:00.000Z");
  expect(nextTime("08:30", morning)).toBe("2026-10-14T01:30:00.000Z");
});

it("means yesterday by a time that is still to come, when something has happened", () => {
  expect(lastTime("23:50", midnight)).toBe("2026-10-13T16:50:00.000Z");
  expect(lastTime("00:05", midnight)).toBe("2026-10-13T17:05:00.000Z");
});

it("lets a clock be a few minutes ahead", () => {
  expect(lastTime("08:04", morning)).toBe("2026-10-14T01:04:00.000Z");
});

it("is not earlier than the step before within its minute, and says what was typed otherwise", () => {
  const before = "2026-10-14T00:42:31.000Z";
  expect(lastTime("07:42", morning, before)).toBe(before);
  expect(lastTime("07:41", morning, before)).toBe("2026-10-14T00:41:00.000Z");
});
