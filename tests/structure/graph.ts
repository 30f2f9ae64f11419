/** Circles of imports: of files, and of folders in pairs. */
import path from "node:path";
import type { Source } from "./sources";

export type Import = { from: string; to: string };

/** Every import of one of the project's own files by another. */
export const importsOf = (sources: readonly Source[]): Import[] =>
  sources.flatMap(({ file, targets }) => targets.map((to) => ({ from: file, to })));

/** The files that each file imports. */
function neighbours(imports: readonly Import[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { from, to } of imports) found.set(from, [...(found.get(from) ?? []), to]);
  return found;
}

/**
 * The groups of files that reach each other by imports (strongly connected components, Tarjan's algorithm), each
 * sorted. Empty when there is no circle.
 */
export function circles(imports: readonly Import[]): string[][] {
  const next = neighbours(imports);
  const index = new Map<string, number>();
  const stack: string[] = [];
  const open = new Set<string>();
  const found: string[][] = [];

  function takeGroup(first: string): string[] {
    const group = stack.splice(stack.indexOf(first));
    for (const file of group) open.delete(file);
    return group.sort();
  }

  function visit(file: string): number {
    const own = index.size;
    let lowest = own;
    index.set(file, own);
    stack.push(file);
    open.add(file);
    for (const target of next.get(file) ?? []) {
      if (!index.has(target)) lowest = Math.min(lowest, visit(target));
      else if (open.has(target)) lowest = Math.min(lowest, index.get(target) ?? own);
    }
    if (lowest === own) {
      const group = takeGroup(file);
      if (group.length > 1) found.push(group);
    }
    return lowest;
  }

  for (const file of next.keys()) if (!index.has(file)) visit(file);
  return found;
}

const contains = (outer: string, inner: string) => inner.startsWith(`${outer}/`);

/** Pairs of folders, neither inside the other, whose files import each other: `a <-> b` with the imports of both. */
export function mutualFolders(imports: readonly Import[]): { pair: string; imports: string[] }[] {
  const byPair = new Map<string, string[]>();
  for (const { from, to } of imports) {
    const [a, b] = [path.posix.dirname(from), path.posix.dirname(to)];
    if (a === b || contains(a, b) || contains(b, a)) continue;
    byPair.set(`${a} ${b}`, [...(byPair.get(`${a} ${b}`) ?? []), `${from} -> ${to}`]);
  }
  return [...byPair].flatMap(([key, there]) => {
    const [a = "", b = ""] = key.split(" ");
    const back = byPair.get(`${b} ${a}`);
    return a < b && back ? [{ pair: `${a} <-> ${b}`, imports: [...there, ...back] }] : [];
  });
}
