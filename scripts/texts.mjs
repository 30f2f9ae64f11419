/**
 * Splits the texts of the screens by language: from `app/i18n/texts/<namespace>.json`, where the three languages of a
 * text stand beside each other, to `app/i18n/generated/<language>.json`, of which a browser loads one.
 * Run by itself (`npm run texts`), and by whatever reads the texts: install, types, tests, development and build.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const sources = path.join(root, "app", "i18n", "texts");
const target = path.join(root, "app", "i18n", "generated");

export const textLanguages = ["en", "km", "lo"];

/** A text is an entry whose `en` is a string; everything else is a group of entries. */
const isText = (entry) => typeof entry.en === "string";

/** Every text with its key path; throws when an entry is neither a text nor a group, naming the key. */
function* textsUnder(entry, key) {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry))
    throw new Error(`${key} is neither a text ({"en", "km", "lo"}) nor a group of texts.`);
  if (isText(entry)) yield { key, ...entry };
  else for (const [name, child] of Object.entries(entry)) yield* textsUnder(child, `${key}.${name}`);
}

/** Every text of the screens, by namespace and in the order of the files. */
export function readTexts() {
  const names = readdirSync(sources).filter((name) => name.endsWith(".json"));
  return names.sort().flatMap((name) => {
    const entries = JSON.parse(readFileSync(path.join(sources, name), "utf8"));
    return [...textsUnder(entries, path.basename(name, ".json"))];
  });
}

/** The texts of one language as the tree of keys that components ask for. */
export function treeOf(texts, language) {
  const tree = {};
  for (const text of texts) {
    if (typeof text[language] !== "string") throw new Error(`${text.key} has no text in "${language}".`);
    const path = text.key.split(".");
    const last = path.pop();
    let group = tree;
    for (const name of path) group = group[name] ??= {};
    group[last] = text[language];
  }
  return tree;
}

/** Writes the file of each language. One that is already right is left alone, so that nothing reloads for it. */
export function writeTexts() {
  const texts = readTexts();
  mkdirSync(target, { recursive: true });
  for (const language of textLanguages) {
    const file = path.join(target, `${language}.json`);
    const content = `${JSON.stringify(treeOf(texts, language), null, 2)}\n`;
    if (!existsSync(file) || readFileSync(file, "utf8") !== content) writeFileSync(file, content);
  }
  return texts.length;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  console.log(`${writeTexts()} texts in ${textLanguages.length} languages.`);
}
