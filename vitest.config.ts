import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { writeTexts } from "./scripts/texts.mjs";

// A test that renders or translates finds the texts as they are now.
writeTexts();

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };
const never = ["node_modules/**", ".next*/**", "dist/**"];

const project = (name: string, include: string[], exclude: string[] = [], seconds = 20) => ({
  resolve: { alias },
  test: {
    name,
    include,
    exclude: [...never, ...exclude],
    environment: "node",
    testTimeout: seconds * 1_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  test: {
    projects: [
      project(
        "unit",
        ["**/*.test.{ts,tsx}"],
        ["**/*.db.test.ts", "tests/{simulation,system,two-nodes,e2e}/**"],
      ),
      project("db", ["**/*.db.test.ts"], [], 60),
      project("simulation", ["tests/simulation/**/*.test.ts"], [], 120),
      project("two-nodes", ["tests/two-nodes/**/*.test.ts"], [], 120),
      project("system", ["tests/system/**/*.test.ts"], [], 120),
    ],
  },
});
