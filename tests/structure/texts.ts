/** Pages, comments and test titles: what the project says in words, read from its files. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { codeFolders, filesIn, root } from "./sources";

export type Text = { file: string; text: string };

const read = (file: string): Text => ({ file, text: readFileSync(path.join(root, file), "utf8") });

const below = (pattern: RegExp): string[] => codeFolders.flatMap((folder) => filesIn(folder, pattern));

/** Every page of the project. */
export const pages: Text[] = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...below(/\.md$/),
].map(read);

/** Every source and every test, tests' doubles included. */
export const sources: Text[] = below(/\.(tsx?|mjs)$/).map(read);

const commentPattern = /\/\*[\s\S]*?\*\/|(?<![:"'`\\/])\/\/[^\n]*/g;

/** The comments of every source and test, without the code. */
export const comments: Text[] = sources.map(({ file, text }) => ({
  file,
  text: [...text.matchAll(commentPattern)].map(([comment]) => comment).join("\n"),
}));

/** All matches of a pattern's first group, each with the file it stands in. */
export const findAll = (texts: readonly Text[], pattern: RegExp): { file: string; found: string }[] =>
  texts.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map((match) => ({ file, found: match[1] ?? match[0] })),
  );

/** One page by its path from the root. Throws when there is none. */
export function page(file: string): string {
  const found = pages.find((each) => each.file === file);
  if (!found) throw new Error(`no such page: ${file}`);
  return found.text;
}
