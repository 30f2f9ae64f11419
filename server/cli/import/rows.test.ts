import { describe, expect, it, test } from "vitest";
import { readRows } from "./rows";

const linesAnd = (text: string) =>
  readRows(text).map((row) => [row.line, "value" in row ? row.value : "bad"]);

describe("NDJSON", () => {
  it("gives each row its line, counting blank lines", () => {
    expect(linesAnd('{"a":1}\n\n  {"a":2}\r\n{"a":3}')).toEqual([
      [1, { a: 1 }],
      [3, { a: 2 }],
      [4, { a: 3 }],
    ]);
  });

  it("continues after a malformed row, also the first", () => {
    expect(linesAnd('{"a":\n{"a":2}\nnonsense\n{"a":4}')).toEqual([
      [1, "bad"],
      [2, { a: 2 }],
      [3, "bad"],
      [4, { a: 4 }],
    ]);
  });

  it("ignores a byte order mark", () => {
    expect(linesAnd('\uFEFF{"a":1}')).toEqual([[1, { a: 1 }]]);
  });
});

describe("a FeatureCollection", () => {
  const collection = `{
  "type": "FeatureCollection",
  "features": [
    {"type": "Feature", "properties": {"text": "a \\" quote, a } and a ["}},

    {
      "type": "Feature", "properties": {}
    }
  ]
}`;

  it("gives each feature the line it begins on", () => {
    expect(linesAnd(collection).map(([line]) => line)).toEqual([4, 6]);
    expect(linesAnd(collection)[0]?.[1]).toMatchObject({ properties: { text: 'a " quote, a } and a [' } });
  });

  it("may be on a single line", () => {
    expect(linesAnd('{"type":"FeatureCollection","features":[{"a":1},{"a":2}]}')).toEqual([
      [1, { a: 1 }],
      [1, { a: 2 }],
    ]);
  });

  it("drops only the malformed feature", () => {
    const rows = linesAnd('{"type":"FeatureCollection","features":[\n{"a":1},\n{"a":,},\n{"a":3}\n]}');
    expect(rows).toEqual([
      [2, { a: 1 }],
      [3, "bad"],
      [4, { a: 3 }],
    ]);
  });

  it("reports a missing array of features", () => {
    expect(readRows('{"type":"FeatureCollection"}')).toEqual([
      { line: 1, problem: "features: missing in the FeatureCollection" },
    ]);
  });

  it("reports a bad row when the file ends too early", () => {
    expect(linesAnd('{"type":"FeatureCollection","features":[\n{"a":1},\n{"a":')).toEqual([
      [2, { a: 1 }],
      [3, "bad"],
    ]);
  });
});

test("an empty file has no rows", () => {
  expect(readRows("\n \n")).toEqual([]);
});
