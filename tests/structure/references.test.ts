import path from "node:path";
import { describe, expect, test } from "vitest";
import { deadCommentPaths, deadLinks, deadPaths } from "./links";
import { claimed, defined, inTitles, mentioned, notBuilt } from "./rule-ids";
import { filesIn } from "./sources";
import { comments, findAll, page, pages, type Text } from "./texts";

const inEach = (texts: readonly Text[], find: (text: Text) => string[]) =>
  texts.flatMap((text) => find(text).map((found) => `${text.file}: ${found}`));

describe("rule ids", () => {
  test("each is defined once", () => {
    expect(defined.length).toBeGreaterThan(60);
    expect(new Set(defined).size).toBe(defined.length);
  });

  test("each stands at the start of a test's title, unless its page says that it is not built yet", () => {
    const held = new Set(inTitles.map(({ id }) => id));
    expect(defined.filter((id) => !held.has(id))).toEqual(notBuilt);
  });

  test("each safeguard is held where its page says so", () => {
    expect(claimed.length).toBeGreaterThan(20);
    const holds = ({ file, id }: { file: string; id: string }) =>
      inTitles.some((title) => title.file === file && title.id === id);
    expect(claimed.filter((each) => !holds(each))).toEqual([]);
  });

  test("each that a title, a comment or a page names exists", () => {
    expect(mentioned.length).toBeGreaterThan(40);
    expect([...inTitles, ...mentioned].filter(({ id }) => !defined.includes(id))).toEqual([]);
  });
});

describe("pages", () => {
  test("every link leads to a file and a heading of the repository", () => {
    expect(inEach(pages, deadLinks)).toEqual([]);
  });

  test("every path in code style exists", () => {
    expect(inEach(pages, deadPaths)).toEqual([]);
  });

  test("the checks find what is wrong", () => {
    const text =
      "[a](nowhere.md) [b](map.md#nothing) `domain/nowhere.ts` `no-such-file.ts` [c](map.md#symbols)";
    expect(deadLinks({ file: "docs/x.md", text })).toEqual(["nowhere.md", "map.md#nothing"]);
    expect(deadPaths({ file: "docs/x.md", text })).toEqual(["domain/nowhere.ts", "no-such-file.ts"]);
    const comment = "See domain/nowhere.ts, docs/map.md and paper.md.";
    expect(deadCommentPaths({ file: "x.ts", text: comment })).toEqual(["domain/nowhere.ts", "paper.md"]);
  });
});

describe("comments", () => {
  test("name no file that does not exist and no paper outside the repository", () => {
    expect(inEach(comments, deadCommentPaths)).toEqual([]);
    expect(findAll(comments, /\bdesign §|\bdomain facts\b|\bsafeguard \d/gi)).toEqual([]);
  });

  test("name a section only of a page that has it", () => {
    const sections = findAll(comments, /(\S+ §\d+)/g).filter(({ found }) => {
      const [, file = "", number] = found.match(/^\(?(docs\/[\w-]+\.md) §(\d+)$/) ?? [];
      return !pages.some((each) => each.file === file && each.text.includes(`\n## ${number}. `));
    });
    expect(sections).toEqual([]);
  });

  test("name a decision only when there is one", () => {
    const numbers = filesIn("docs/decisions", /\/\d{4}-/).map((file) =>
      path.posix.basename(file).slice(0, 4),
    );
    const named = findAll([...comments, ...pages], /\bdecisions? (\d{1,4})\b/gi);
    expect(named.filter(({ found }) => !numbers.includes(found.padStart(4, "0")))).toEqual([]);
  });
});

describe("the index of decisions", () => {
  const index = page("docs/decisions/README.md");
  const decisions = pages.filter(({ file }) => /^docs\/decisions\/\d{4}-/.test(file));

  test("lists every decision with its number, title, status and date", () => {
    expect(decisions.length).toBeGreaterThan(10);
    const missing = decisions.filter(({ file, text }) => {
      const [, number, title] = text.match(/^# (\d{4}) (.+)$/m) ?? [];
      const link = `| ${number} | [${title}](${path.posix.basename(file)}) | `;
      const row = index.split("\n").find((line) => line.startsWith(link)) ?? "";
      return !/ \| (accepted|superseded by \[\d{4}\]\([^)]+\)) \| \d{4}-\d{2}-\d{2} \|$/.test(row);
    });
    expect(missing.map(({ file }) => file)).toEqual([]);
  });

  test("lists nothing else", () => {
    expect(index.match(/^\| \d{4} \|/gm)).toHaveLength(decisions.length);
  });
});
