/** What a page points to: links, and paths in code spans. */
import path from "node:path";
import { codeFolders, filesIn, isFile, isFolder } from "./sources";
import { page, pages, type Text } from "./texts";

const withoutCode = (text: string) => text.replace(/```[\s\S]*?```/g, "").replace(/`[^`\n]*`/g, "");

/** The anchor that a heading has. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replace(/\s/g, "-");

const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));

/** The links of a page that lead nowhere inside the repository. */
export function deadLinks({ file, text }: Text): string[] {
  const links = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return links.filter((link) => {
    if (/^(https?|mailto):/.test(link)) return false;
    const [target = "", anchor] = link.split("#");
    const resolved = target === "" ? file : path.posix.join(path.posix.dirname(file), target);
    if (!isFile(resolved) && !isFolder(resolved.replace(/\/$/, ""))) return true;
    return anchor !== undefined && !anchorsOf(page(resolved)).includes(anchor);
  });
}

const names = new Set(
  codeFolders.flatMap((folder) => filesIn(folder, /\.(tsx?|mjs)$/)).map((file) => path.posix.basename(file)),
);

/** Whether a word of a code span claims to be a file or folder of the repository. */
function isPath(word: string): boolean {
  if (!/^[\w.()@-]+(\/[\w.()@-]+)*\/?$/.test(word)) return false;
  return word.includes("/") ? codeFolders.includes(word.split("/")[0] ?? "") : /\w\.(tsx?|mjs)$/.test(word);
}

/** Folders that a command makes and git ignores. */
const made = ["bench/results/"];

function exists(word: string): boolean {
  if (!word.includes("/")) return names.has(word);
  return made.includes(word) || isFile(word) || isFolder(word.replace(/\/$/, ""));
}

/** The paths and file names in a page's code spans that do not exist. */
export function deadPaths({ text }: Text): string[] {
  const spans = [...text.replace(/```[\s\S]*?```/g, "").matchAll(/`([^`\n]+)`/g)].map(
    ([, span = ""]) => span,
  );
  return spans.flatMap((span) => span.split(/\s+/)).filter((word) => isPath(word) && !exists(word));
}

/** The paths and page names in a source's comments that do not exist. */
export function deadCommentPaths({ text }: Text): string[] {
  const paths = text.match(/\b[\w()-]+(?:\/[\w.()@-]+)+\.(?:tsx?|mjs|md|json|css|sql)\b/g) ?? [];
  const pageNames = text.match(/(?<![\w/.-])[\w-]+\.md\b/g) ?? [];
  const known = new Set(pages.map(({ file }) => path.posix.basename(file)));
  return [
    ...paths.filter((word) => codeFolders.includes(word.split("/")[0] ?? "") && !isFile(word)),
    ...pageNames.filter((name) => !known.has(name)),
  ];
}
