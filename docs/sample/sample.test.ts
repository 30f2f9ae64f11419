import { readFileSync } from "node:fs";
import { expect, it, test } from "vitest";
import { readReport } from "@/server/cli/import/report";
import { readRows } from "@/server/cli/import/rows";
import { sampleFiles } from "./rows";

const textOf = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");
const at = "2026-11-23T00:00:00.000Z";

function readAll(name: string, country: "KH" | "LA") {
  return readRows(textOf(name)).map((row) => ({
    line: row.line,
    ...("problem" in row ? { ok: false as const, problem: row.problem } : readReport(row.value, country, at)),
  }));
}

it.each(Object.entries(sampleFiles()))("%s is what the generator writes", (name, text) => {
  expect(textOf(name)).toBe(text);
});

it.each([
  ["incidents-200.ndjson", 200, "KH"],
  ["incidents-12.geojson", 12, "LA"],
] as const)("every row of %s can be imported, and all %i differ", (name, count, country) => {
  const rows = readAll(name, country);
  expect(rows.filter((row) => !row.ok)).toEqual([]);
  expect(new Set(rows.map((row) => row.ok && row.command.id)).size).toBe(count);
});

test("the sample with errors has seven bad rows, each known by its line", () => {
  const bad = readAll("incidents-with-errors.ndjson", "KH").filter((row) => !row.ok);
  expect(bad.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8]);
});
