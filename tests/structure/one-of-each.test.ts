/** What the code has one of, found by what a second one would have to be written with. */
import { expect, test } from "vitest";
import { sourcesIn } from "./sources";

const folders = ["domain", "db", "server", "app", "map", "bench"];
const filesWith = (pattern: RegExp): string[] =>
  folders.flatMap((folder) =>
    sourcesIn(folder).flatMap(({ file, text }) => (pattern.test(text) ? file : [])),
  );

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
