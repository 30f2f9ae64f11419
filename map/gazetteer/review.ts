/** The place names that wait for a native reader, for the list that `npm run texts:review` makes. */
import { gazetteer, type Mark, type Name, type Place } from "../gazetteer";

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

/** The place names as a section in Markdown. */
export function placeNameSection(): string {
  const marks = Object.entries(meaning).map(([mark, text]) => `${mark} ${text}`);
  return [
    "## Place names",
    "",
    "All Khmer and Lao names below await native review. An empty cell is a name nobody could vouch for: the screens show the",
    `English one. Marks: ${marks.join(" · ")}. Names are changed in \`map/gazetteer\`.`,
    "",
    "| id | kind | English | Khmer | Lao | also |",
    "|---|---|---|---|---|---|",
    ...gazetteer.map(row),
  ].join("\n");
}
