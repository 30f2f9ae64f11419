/** Writes the list of place names that wait for a native reader: `node --import tsx map/gazetteer/review.ts`. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gazetteer, type Mark, type Name, type Place } from "../gazetteer";

const begin = "<!-- place names: begin -->";
const end = "<!-- place names: end -->";

const meaning: Record<Mark, string> = {
  V: "read in a source",
  D: "derived from one",
  M: "remembered, to be confirmed",
  P: "our proposal",
};

function cell(name: Name | undefined): string {
  return name ? `${name.text} [${name.mark}]` : "";
}

function row({ id, kind, names, aliases }: Place): string {
  return `| ${id} | ${kind} | ${cell(names.en)} | ${cell(names.km)} | ${cell(names.lo)} | ${aliases.join(", ")} |`;
}

/** The section as Markdown, between its two markers. */
export function reviewSection(): string {
  const marks = Object.entries(meaning).map(([mark, text]) => `${mark} ${text}`);
  return [
    begin,
    "## Place names",
    "",
    "All Khmer and Lao names below await native review. An empty cell is a name nobody could vouch for: the screens show the",
    `English one. Marks: ${marks.join(" · ")}. Made from \`map/gazetteer\`; change names there, then run`,
    "`node --import tsx map/gazetteer/review.ts`.",
    "",
    "| id | kind | English | Khmer | Lao | also |",
    "|---|---|---|---|---|---|",
    ...gazetteer.map(row),
    end,
  ].join("\n");
}

/** The document with the section put in its place, or at the end. */
export function withSection(document: string): string {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) return `${document.trimEnd()}\n\n${reviewSection()}\n`;
  return document.slice(0, from) + reviewSection() + document.slice(to + end.length);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const file = path.resolve("docs/native-review.md");
  const before = existsSync(file) ? readFileSync(file, "utf8") : "# Awaiting native review\n";
  writeFileSync(file, withSection(before));
}
