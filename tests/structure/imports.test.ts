import { expect, test } from "vitest";
import { sourcesIn } from "./sources";

/** What each folder may import of ours: one way only (docs/architecture.md). */
const allowed: Record<string, readonly string[]> = {
  domain: ["domain"],
  db: ["db", "domain"],
  server: ["server", "domain", "db", "map"],
  app: ["app", "domain", "map"],
  map: ["map"],
};

test.each(Object.keys(allowed))("%s imports only what lies below it", (folder) => {
  const own = allowed[folder] ?? [];
  const wrong = sourcesIn(folder).flatMap(({ file, imports }) =>
    imports
      .filter((target) => !target.startsWith("package:") && !own.includes(target))
      .map((target) => `${file} -> ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("the folders hold sources: an empty scan would prove nothing", () => {
  for (const folder of Object.keys(allowed)) expect(sourcesIn(folder).length).toBeGreaterThan(3);
});

test("domain/ is pure: no I/O, no clock, no randomness", () => {
  const packages = new Set(["zod", "canonicalize", "@noble/hashes/sha2.js", "@noble/hashes/utils.js"]);
  for (const { file, text, imports } of sourcesIn("domain")) {
    const foreign = imports.filter(
      (target) => target.startsWith("package:") && !packages.has(target.slice(8)),
    );
    expect(foreign, file).toEqual([]);
    expect(text, file).not.toMatch(
      /Date\.now|new Date\(\)|Math\.random|\bfetch\(|process\.|\bsetTimeout|randomUUID|crypto\./,
    );
  }
});

test("what screens load takes nothing that only a server has", () => {
  for (const { file, imports } of sourcesIn("app")) {
    const server = imports.filter((target) =>
      /^package:(node:|pg$|@electric-sql|drizzle-orm|better-auth|socket\.io$|pino)/.test(target),
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
