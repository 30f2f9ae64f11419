import { expect, it } from "vitest";
import { codeFolders, filesIn, readSource } from "@/tests/structure/sources";
import { isCalledFor, readers } from "./changed.mjs";

const steps = ["types", "lint", "unit", "simulation", "database", "build", "system", "browser"];
const always = ["types", "lint", "unit", "simulation"];

it.each([
  ["README.md", []],
  ["domain/task/decide.ts", ["database", "build", "system"]],
  ["db/log/read.ts", ["database", "build", "system"]],
  ["server/hub/hub.ts", ["build", "system"]],
  ["app/ui/button.tsx", ["build", "browser"]],
  ["tests/simulation/world.ts", []],
  ["tests/e2e/map.spec.ts", ["build", "browser"]],
  ["tests/support/server.ts", ["build", "system", "browser"]],
  ["package-lock.json", ["database", "build", "system", "browser"]],
  ["vitest.config.ts", ["database", "build", "system", "browser"]],
])("a change of %s calls for %j beside the quick steps", (file, slow) => {
  expect(steps.filter((step) => isCalledFor(step, [file]))).toEqual([...always, ...slow]);
});

it("every test that reads files of the repository is among those that always run", () => {
  const tests = codeFolders
    .flatMap((folder) => filesIn(folder, /\.test\.tsx?$/))
    .filter((file) => !/\.db\.test|^tests\/(system|simulation)\//.test(file));
  expect(tests.length).toBeGreaterThan(50);
  const reading = tests.filter((file) =>
    /\b(readFileSync|readTexts|sourcesIn)\(/.test(readSource(file).text),
  );
  expect(reading.length).toBeGreaterThan(3);
  expect(reading.filter((file) => !readers.some((start) => file.startsWith(start)))).toEqual([]);
});
