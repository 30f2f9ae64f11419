/** Writes `native-review.md`, the list of texts and names that wait for a native reader: `npm run texts:review`. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import termbase from "@/app/i18n/termbase.json";
import { type DenialReason, denialReasons } from "@/domain/errors";
import { phraseIds } from "@/domain/phrases";
import { sentences } from "@/domain/protocol/sentences";
import { placeNameSection } from "@/map/gazetteer/review";
import { readTexts, type ScreenText } from "./texts.mjs";

const drafted = ["km", "lo"] as const;

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const row = (...cells: string[]): string => `| ${cells.map(cell).join(" | ")} |`;

/** A text that has been approved in one language is listed for the other, with the approved one left empty. */
function textRow(text: ScreenText): string[] {
  const [khmer, lao] = drafted.map((language) => (text.reviewed?.includes(language) ? "" : text[language]));
  return khmer || lao ? [row(text.key, text.en, khmer ?? "", lao ?? "")] : [];
}

function textSection(texts: readonly ScreenText[]): string {
  return [
    "## Texts of the screens",
    "",
    "Drafts, in the register the police use in writing. Words in braces are filled in and must stay. The",
    `${phraseIds.length} entries under \`phrase\` are the phrase book: both sides rely on them saying the same.`,
    "Texts are changed in `app/i18n/texts`.",
    "",
    "| key | English | Khmer | Lao |",
    "|---|---|---|---|",
    ...texts.flatMap(textRow),
  ].join("\n");
}

function termSection(): string {
  const sources = Object.entries(termbase.sources).map(([code, source]) => `${code}: ${source}`);
  return [
    "## Terms",
    "",
    "Read these first: each stands in many texts. The first word is the agreed one, the others are its forms. Changed in",
    "`app/i18n/termbase.json`.",
    "",
    "| English | meaning | Khmer | Lao | source |",
    "|---|---|---|---|---|",
    ...termbase.terms.map((term) => {
      const meaning = [term.meaning, "note" in term ? term.note : undefined].filter(Boolean).join("; ");
      return row(term.en, meaning, term.km.join(", "), term.lo.join(", "), term.source);
    }),
    "",
    `Sources: ${sources.join(" · ")}`,
  ].join("\n");
}

function sentenceSection(): string {
  const reasons = Object.keys(denialReasons) as DenialReason[];
  return [
    "## Sentences of the server",
    "",
    "Why a command was turned down and what to do next. Changed in `domain/protocol/sentences.ts`.",
    "",
    "| reason | English | Khmer | Lao |",
    "|---|---|---|---|",
    ...reasons.map((reason) => {
      const { en, km, lo } = sentences[reason];
      return row(reason, en, km, lo);
    }),
  ].join("\n");
}

/** Everything that waits for review, in Markdown. */
export function reviewList(texts: readonly ScreenText[]): string {
  const sections = [termSection(), textSection(texts), sentenceSection(), placeNameSection()];
  return `# Awaiting native review\n\n${sections.join("\n\n")}\n`;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  writeFileSync("native-review.md", reviewList(readTexts()));
  console.log("native-review.md written.");
}
