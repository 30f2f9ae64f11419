/** What is shown and sent goes by the server's time: who may read the device's own clock, and what for. */
import { expect, test } from "vitest";
import { sourcesIn } from "./sources";

/** The device's clock, and what only measures how long something took. */
const deviceClock =
  /\bDate\.now\b|\bnew Date\(\s*\)|(?<![\w.])Date\(\s*\)|\bperformance\.now\b|\.timeOrigin\b/;

const allowed: Record<string, string> = {
  "app/live/server-time.ts": "makes the server's time of it",
  "app/live/connection/connection.ts": "measures silence and paces between two moments",
  "app/live/store/warm.ts": "measures how long a piece of work took",
  "app/parts/alert/use-repeating.ts": "measures how long ago a sound was played",
};

test("T1 no file of the screens reads the device's clock but those that measure with it", () => {
  const readers = sourcesIn("app").filter(({ text }) => deviceClock.test(text));
  expect(readers.map(({ file }) => file).sort()).toEqual(Object.keys(allowed).sort());
});

test("T1 the pattern finds every way to read a device's clock", () => {
  for (const line of [
    "Date.now()",
    "now = Date.now",
    "new Date()",
    "new Date( )",
    "performance.now()",
    "Date()",
  ])
    expect(line).toMatch(deviceClock);
  for (const line of ["new Date(now)", "Date.parse(at)", "toDate()"]) expect(line).not.toMatch(deviceClock);
});
