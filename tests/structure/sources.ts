/** The project's own source files and what each imports, read from their text. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export type Source = { file: string; folder: string; text: string; imports: string[] };

const importPattern = /(?:from|import)\s*\(?\s*["']([^"']+)["']/g;

/** Which of our top-level folders or which package an import names. */
function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith("@/")) return specifier.slice(2).split("/")[0] ?? "";
  if (!specifier.startsWith(".")) return `package:${specifier}`;
  return path.relative(root, path.resolve(root, path.dirname(file), specifier)).split(path.sep)[0] ?? "";
}

/** TypeScript sources below a folder, tests left out. */
export function sourcesIn(folder: string): Source[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|\.d\.ts$|(^|\/)testing\//.test(name))
    .map((name) => {
      const file = path.join(folder, name);
      const text = readFileSync(path.join(root, file), "utf8");
      const imports = [...text.matchAll(importPattern)].map((match) => targetOf(file, match[1] ?? ""));
      return { file, folder, text, imports };
    });
}
