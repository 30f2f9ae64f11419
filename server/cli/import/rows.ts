/** Splits a file into its rows, each with the line it begins on; a malformed row does not affect the others. */

export type Row = { line: number } & ({ value: unknown } | { problem: string });
type Slice = { line: number; text: string };

/** The rows of a GeoJSON FeatureCollection or of NDJSON, told apart by the first line. */
export function readRows(text: string): Row[] {
  const clean = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (!isCollection(clean)) return linesOf(clean).map(parse);
  const key = /"features"\s*:\s*\[/.exec(clean);
  if (!key) return [{ line: 1, problem: "features: missing in the FeatureCollection" }];
  return featuresOf(clean, key.index + key[0].length).map(parse);
}

/** Whether the file is a FeatureCollection; the first line of NDJSON is an object by itself that is not one. */
function isCollection(text: string): boolean {
  const [first] = linesOf(text);
  if (!first) return false;
  const row = parse(first);
  if ("value" in row) return isRecord(row.value) && row.value.type === "FeatureCollection";
  return /"type"\s*:\s*"FeatureCollection"/.test(text);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parse({ line, text }: Slice): Row {
  try {
    return { line, value: JSON.parse(text) };
  } catch (error) {
    return { line, problem: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The lines that are not blank. */
function linesOf(text: string): Slice[] {
  return text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter((slice) => slice.text !== "");
}

/**
 * The elements of the array that begins before `from`, found by counting brackets, so that a malformed one does not
 * affect the others.
 */
function featuresOf(text: string, from: number): Slice[] {
  const slices: Slice[] = [];
  let line = newlines(text.slice(0, from)) + 1;
  let depth = 0;
  let start = 0;
  let startLine = line;
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === "\n") line += 1;
    if (quoted) {
      if (character === "\\") at += 1;
      else if (character === '"' || character === "\n") quoted = false;
      continue;
    }
    if (character === '"') quoted = true;
    else if (character === "{" || character === "[") {
      if (depth === 0) [start, startLine] = [at, line];
      depth += 1;
    } else if (character === "}" || character === "]") {
      if (depth === 0) return slices;
      depth -= 1;
      if (depth === 0) slices.push({ line: startLine, text: text.slice(start, at + 1) });
    }
  }
  // The file ends inside a feature or without closing the array: the rest is a bad row.
  return [
    ...slices,
    { line: depth > 0 ? startLine : line, text: text.slice(depth > 0 ? start : text.length) },
  ];
}

const newlines = (text: string): number => text.split("\n").length - 1;
