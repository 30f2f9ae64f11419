/** The project's own source files and what each imports, read from their text. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Every top-level folder that holds code. */
export const codeFolders = ["domain", "db", "server", "app", "map", "bench", "scripts", "tests", "docs"];

export type Source = {
  /** Path from the root, with forward slashes. */
  file: string;
  text: string;
  /** The project's own files that it imports, types included. */
  targets: string[];
  /** The packages that it imports, as named. */
  packages: string[];
};

/** An import or export of another file, one that is awaited, and one for its effects alone; not a word in a text. */
const importPattern =
  /\bfrom ["']([^"'\n]+)["'];?$|\bimport\(["']([^"'\n]+)["']\)|^import ["']([^"'\n]+)["'];?$/gm;
const endings = ["", ".ts", ".tsx", ".d.ts", ".mts", ".d.mts"];

/** Says whether a path from the root is a file of the project. */
export const isFile = (file: string): boolean =>
  existsSync(path.join(root, file)) && statSync(path.join(root, file)).isFile();

/** Says whether a path from the root is a folder of the project. */
export const isFolder = (folder: string): boolean =>
  existsSync(path.join(root, folder)) && statSync(path.join(root, folder)).isDirectory();

/** The project's file that an import names, or the path as written if there is none. */
function resolve(file: string, specifier: string): string {
  const target = specifier.startsWith("@/")
    ? specifier.slice(2)
    : path.posix.join(path.posix.dirname(file), specifier);
  const ending = endings.find((each) => isFile(target + each)) ?? "";
  return target + ending;
}

const isOwn = (specifier: string) => specifier.startsWith("@/") || specifier.startsWith(".");

export function readSource(file: string): Source {
  const text = readFileSync(path.join(root, file), "utf8");
  const named = [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
  return {
    file,
    text,
    targets: named.filter(isOwn).map((specifier) => resolve(file, specifier)),
    packages: named.filter((specifier) => !isOwn(specifier)),
  };
}

/** Every file below a folder whose path matches, as paths from the root. */
export function filesIn(folder: string, pattern: RegExp): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => path.posix.join(folder, name.split(path.sep).join("/")))
    .filter((file) => pattern.test(file) && !/(^|\/)(node_modules|\.next[^/]*|dist)\//.test(file));
}

const isTest = (file: string) => /\.(test|spec)\.tsx?$|\.d\.m?ts$|\/testing\//.test(file);

/** TypeScript sources below a folder, tests and their doubles left out. */
export function sourcesIn(folder: string): Source[] {
  return filesIn(folder, /\.tsx?$/)
    .filter((file) => !isTest(file))
    .map(readSource);
}
