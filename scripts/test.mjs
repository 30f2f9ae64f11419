/**
 * Runs everything that must hold, in the order in which a failure is cheapest to find, and stops at the first failure.
 * `npm test -- <step>…` runs some steps; `npm test -- changed [--base REV]` what the changes since HEAD, or since the
 * branch left REV, call for.
 */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { changedFiles, isCalledFor, readers } from "./changed.mjs";
import { writeTexts } from "./texts.mjs";

const options = { base: { type: "string", default: "HEAD" } };
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const isNarrowed = positionals.includes("changed");
const again = isNarrowed ? ["changed", "--base", values.base] : [];
const names = positionals.filter((name) => name !== "changed");

/** Narrowed, Vitest runs only the tests whose imports lead to a changed file. */
const narrowing = isNarrowed ? ["--changed", values.base, "--passWithNoTests"] : [];
const vitest = (project, ...args) => ["npx", "vitest", "run", "--project", project, ...args];
const steps = {
  types: ["npx", "tsc", "--noEmit"],
  lint: ["npx", "biome", "check", "."],
  ...(isNarrowed ? { files: vitest("unit", ...readers) } : {}),
  unit: vitest("unit", ...narrowing),
  simulation: vitest("simulation", ...narrowing),
  database: vitest("db", ...narrowing),
  build: ["node", "scripts/build.mjs"],
  system: vitest("system", ...narrowing),
  nodes: vitest("two-nodes", ...narrowing),
  browser: ["npx", "playwright", "test"],
};

const unknown = names.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(", ")}. Steps: ${Object.keys(steps).join(", ")}, changed.`);
  process.exit(1);
}
const files = isNarrowed ? changedFiles(values.base) : [];
const isWanted = (name) =>
  (names.length === 0 || names.includes(name)) && (!isNarrowed || isCalledFor(name, files));

const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
writeTexts();
for (const [name, [command, ...args]] of Object.entries(steps)) {
  if (!isWanted(name)) continue;
  const began = Date.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: "inherit", env });
  const seconds = ((Date.now() - began) / 1_000).toFixed(0);
  if (status !== 0) {
    console.error(
      `\n${name} failed after ${seconds} s. Run it alone: npm test -- ${[...again, name].join(" ")}`,
    );
    process.exit(1);
  }
  console.log(`== ${name} passed in ${seconds} s`);
}
