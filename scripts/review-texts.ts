/** Writes the list of screen texts that wait for a native reader: `node --import tsx scripts/review-texts.ts`. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import en from "@/app/messages/en.json";
import km from "@/app/messages/km.json";
import lo from "@/app/messages/lo.json";
import { phraseIds } from "@/domain/phrases";
import { type DenialReason, denialReasons } from "@/domain/protocol/errors";
import { sentences } from "@/domain/protocol/sentences";

const begin = "<!-- UI texts: begin -->";
const end = "<!-- UI texts: end -->";

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const row = (...cells: string[]): string => `| ${cells.map(cell).join(" | ")} |`;

function textRows(): string[] {
  const khmer = new Map(flat(km));
  const lao = new Map(flat(lo));
  return flat(en).map(([key, text]) => row(key, text, khmer.get(key) ?? "", lao.get(key) ?? ""));
}

function sentenceRows(): string[] {
  const reasons = Object.keys(denialReasons) as DenialReason[];
  return reasons.map((reason) => {
    const { en: english, km: khmer, lo: lao } = sentences[reason];
    return row(reason, english, khmer, lao);
  });
}

/** The section as Markdown, between its two markers. */
export function reviewSection(): string {
  return [
    begin,
    "## Texts of the screens",
    "",
    "All Khmer and Lao texts below are drafts that await native review, in the register the police use in writing. Words in",
    `braces are filled in and must stay. The ${phraseIds.length} entries under \`phrase\` are the phrase book: both sides rely on them saying the`,
    "same. Made from `app/messages`; change texts there, then run `node --import tsx scripts/review-texts.ts`.",
    "",
    "| key | English | Khmer | Lao |",
    "|---|---|---|---|",
    ...textRows(),
    "",
    "## Sentences of the server",
    "",
    "Why a command was turned down and what to do next (`domain/protocol/sentences.ts`).",
    "",
    "| reason | English | Khmer | Lao |",
    "|---|---|---|---|",
    ...sentenceRows(),
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
