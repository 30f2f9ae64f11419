/** The ids of docs/safeguards.md and docs/rules.md, and where tests, comments and pages name one. */
import { comments, findAll, page, pages, sources } from "./texts";

const list = (text: string): string[] => text.match(/[A-Z]\d{1,2}/g) ?? [];

/** Every id that a page defines. */
export const defined: string[] = [
  ...findAll([{ file: "safeguards", text: page("docs/safeguards.md") }], /^## (S\d+) /gm),
  ...findAll([{ file: "rules", text: page("docs/rules.md") }], /^\| ([A-Z]\d+) \|/gm),
].map(({ found }) => found);

/** The ids under *Not built yet* in docs/safeguards.md: no test can hold them. */
export const notBuilt: string[] = list(page("docs/safeguards.md").split("## Not built yet")[1] ?? "");

const tests = sources.filter(({ file }) => /\.(test|spec)\.tsx?$|^db\/log\/contract\//.test(file));

/** The ids at the start of a test's title, or of the title of a group of tests. */
export const inTitles = findAll(tests, /\(\s*["'`]((?:[A-Z]\d{1,2} )+)/g).flatMap(({ file, found }) =>
  list(found).map((id) => ({ file, id })),
);

/** The test files that each section of docs/safeguards.md names for its safeguard. */
export const claimed = page("docs/safeguards.md")
  .split(/^## /m)
  .flatMap((section) => {
    const [id = ""] = section.match(/^S\d+/) ?? [];
    const [, named = ""] = section.match(/\*\*Tests\.\*\* (.+)$/m) ?? [];
    return (named.match(/[^`\s]+\.tsx?/g) ?? []).map((file) => ({ file, id }));
  });

/** The ids that comments and pages name, as in "rule W3" and "safeguards S4, S7". */
export const mentioned = findAll(
  [...comments, ...pages],
  /\b(?:safeguards?|rules?) ([A-Z]\d{1,2}(?:(?:, | and | to )[A-Z]\d{1,2})*)/gi,
).flatMap(({ file, found }) => list(found).map((id) => ({ file, id })));
