import { describe, expect, test } from "vitest";
import { circles, importsOf, mutualFolders } from "./graph";
import { floors, placeOf, wrongImport } from "./layers";
import { codeFolders, filesIn, sourcesIn } from "./sources";

/** What each folder may import of ours: one way only (docs/architecture.md). */
const allowed: Record<string, readonly string[]> = {
  domain: ["domain"],
  db: ["db", "domain"],
  server: ["server", "domain", "db", "map"],
  app: ["app", "domain", "map"],
  map: ["map"],
};

const folderOf = (file: string) => file.split("/")[0] ?? "";
const inApp = (file: string) => file.startsWith("app/");

test.each(Object.keys(allowed))("%s imports only what lies below it", (folder) => {
  const own = allowed[folder] ?? [];
  const wrong = sourcesIn(folder).flatMap(({ file, targets }) =>
    targets.filter((target) => !own.includes(folderOf(target))).map((target) => `${file} -> ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("the folders hold sources: an empty scan would prove nothing", () => {
  for (const folder of Object.keys(allowed)) expect(sourcesIn(folder).length).toBeGreaterThan(3);
});

describe("the layers of app/", () => {
  const imports = importsOf(sourcesIn("app")).filter(({ to }) => inApp(to));

  test("every file stands on a floor, and every room has a file", () => {
    const files = filesIn("app", /\.(tsx?|json|css)$/);
    expect(files.filter((file) => !placeOf(file))).toEqual([]);
    const used = new Set(files.map((file) => placeOf(file)?.room));
    expect(floors.flat().filter((room) => !used.has(room))).toEqual([]);
  });

  test("no import runs upward or to a room beside", () => {
    expect(imports.flatMap((each) => wrongImport(each) ?? [])).toEqual([]);
  });

  test("the check finds what is wrong", () => {
    const [list, board] = ["app/screens/command/triage-list.tsx", "app/screens/command/board/board.tsx"];
    expect(wrongImport({ from: "app/ui/button.tsx", to: list })).toContain("upward");
    expect(wrongImport({ from: list, to: "app/screens/wall/rows.tsx" })).toContain("beside");
    expect(wrongImport({ from: "app/live/client.ts", to: "app/map/types.ts" })).toContain("beside");
    expect(wrongImport({ from: "app/nowhere/file.ts", to: list })).toContain("no floor");
    expect(wrongImport({ from: list, to: board })).toBeUndefined();
  });
});

describe("circles", () => {
  const imports = importsOf(codeFolders.flatMap(sourcesIn));

  test("no two folders import each other, types included", () => {
    expect(mutualFolders(imports)).toEqual([]);
  });

  test("no files import each other in a circle, types included", () => {
    expect(circles(imports)).toEqual([]);
  });

  test("the checks find one", () => {
    const pair = [
      { from: "app/a/one.ts", to: "app/b/two.ts" },
      { from: "app/b/three.ts", to: "app/a/four.ts" },
    ];
    expect(mutualFolders(pair).map((each) => each.pair)).toEqual(["app/a <-> app/b"]);
    expect(mutualFolders(pair.slice(1))).toEqual([]);
    const circle = [
      { from: "a", to: "b" },
      { from: "b", to: "c" },
      { from: "c", to: "a" },
      { from: "c", to: "d" },
    ];
    expect(circles(circle)).toEqual([["a", "b", "c"]]);
    expect(circles(circle.slice(1))).toEqual([]);
  });
});

test("domain/ is pure: no I/O, no clock, no randomness", () => {
  const pure = new Set(["zod", "canonicalize", "@noble/hashes/sha2.js", "@noble/hashes/utils.js"]);
  for (const { file, text, packages } of sourcesIn("domain")) {
    expect(
      packages.filter((name) => !pure.has(name)),
      file,
    ).toEqual([]);
    expect(text, file).not.toMatch(
      /Date\.now|new Date\(\)|Math\.random|\bfetch\(|process\.|\bsetTimeout|randomUUID|crypto\./,
    );
  }
});

test("what screens load takes nothing that only a server has", () => {
  for (const { file, packages } of sourcesIn("app")) {
    const server = packages.filter((name) =>
      /^(node:|pg$|@electric-sql|drizzle-orm|better-auth|socket\.io$|pino)/.test(name),
    );
    expect(server, file).toEqual([]);
  }
});

test("no source silences the compiler (the linter refuses `any`)", () => {
  for (const folder of Object.keys(allowed)) {
    for (const { file, text } of sourcesIn(folder)) {
      expect(/@ts-ignore|@ts-nocheck|@ts-expect-error/.test(text), file).toBe(false);
    }
  }
});
