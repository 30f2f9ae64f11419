/** What the code has one of, found by what a second one would have to be written with. */
import { expect, test } from "vitest";
import { sourcesIn } from "./sources";

const folders = ["domain", "db", "server", "app", "map", "bench"];
const filesWith = (pattern: RegExp): string[] =>
  folders
    .flatMap(sourcesIn)
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file)
    .sort();

test("one geometry: the size of the Earth stands in domain/geo.ts alone", () => {
  const radius = /(?<![#\w])(6[_.]?37[18]|111_\d|111\.\d|111[123]\d\d)|PerDegree|Math\.cos\([^)]*[lL]at/;
  expect(filesWith(radius)).toEqual(["domain/geo.ts"]);
  for (const line of ["R = 6_378_137", "km * 111.2", "Math.cos((after.lat * Math.PI) / 180)"]) {
    expect(line).toMatch(radius);
  }
});

test("one typed time: app/i18n/typed-time.ts alone reads hours and minutes", () => {
  const minutes = /\[0-5\](\\d|\[0-9\])|\\d\{1,2\}[:[]/;
  expect(filesWith(minutes)).toEqual(["app/i18n/typed-time.ts"]);
});

test("one next move: only the domain tells whose move it is, and desk, board and wall ask the same hook", () => {
  expect(filesWith(/function nextMove(Of|In)\b|ballHolder/)).toEqual(["domain/pending-actions/next-move.ts"]);
  expect(filesWith(/\bnextMoveOf\(/)).toEqual([
    "app/parts/request/request-labels.ts",
    "domain/pending-actions/next-move.ts",
  ]);
  expect(filesWith(/\buseNextMove\(/).filter((file) => !file.endsWith("request-labels.ts"))).toEqual([
    "app/parts/request/request-card.tsx",
    "app/screens/command/board/requests-tab.tsx",
    "app/screens/wall/requests.tsx",
  ]);
  // A screen that looked at the two sides' parts could only mean to work it out by itself.
  const parts = /\.(asked|answered)\.state\b|status === "(made|countered|accepted|withdrawn)"/;
  expect(filesWith(parts).filter((file) => file.startsWith("app/screens/"))).toEqual([]);
});

test("one listener set: app/lib/listeners.ts alone keeps listeners and calls them", () => {
  const kept = /new (Set|Map)<[^;]*\) => void|(listener|callback|subscriber) of /;
  expect(filesWith(kept).filter((file) => file.startsWith("app/"))).toEqual(["app/lib/listeners.ts"]);
  for (const line of ["new Set<() => void>()", "for (const listener of all) listener()"]) {
    expect(line).toMatch(kept);
  }
});

test("one view base: what follows the picture batch by batch is a view, a timeline, a map, an alert or an absence", () => {
  expect(filesWith(/\.onBatch\(/)).toEqual([
    "app/live/absence.ts",
    "app/live/views/timeline.ts",
    "app/live/views/view.ts",
    "app/parts/alert/use-alerts.ts",
    "app/parts/alert/use-came-back.ts",
    "app/parts/map/map-feed.ts",
  ]);
});

test("one map host: app/parts/map/map-host.tsx alone loads the map and shows it", () => {
  expect(filesWith(/import\("[^"]*map-view"\)|<MapView\b/)).toEqual(["app/parts/map/map-host.tsx"]);
  expect(filesWith(/import\("[^"]*engine\/engine"\)/)).toEqual(["app/map/map-view.tsx"]);
});
