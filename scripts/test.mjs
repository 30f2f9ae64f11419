/** Runs everything that must hold, in the order in which a failure is cheapest to find. Stops at the first. */
import { spawnSync } from "node:child_process";
import { writeTexts } from "./texts.mjs";

const only = process.argv.slice(2);
const steps = [
  ["types", "npx", ["tsc", "--noEmit"]],
  ["lint", "npx", ["biome", "check", "."]],
  ["unit", "npx", ["vitest", "run", "--project", "unit"]],
  ["simulation", "npx", ["vitest", "run", "--project", "simulation"]],
  ["database", "npx", ["vitest", "run", "--project", "db"]],
  ["build", "node", ["scripts/build.mjs"]],
  ["system", "npx", ["vitest", "run", "--project", "system"]],
  ["browser", "npx", ["playwright", "test"]],
];

const wanted = only.length > 0 ? steps.filter(([name]) => only.includes(name)) : steps;
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
writeTexts();
for (const [name, command, args] of wanted) {
  const began = Date.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: "inherit", env });
  const seconds = ((Date.now() - began) / 1_000).toFixed(0);
  if (status !== 0) {
    console.error(`\n${name} failed after ${seconds} s. Run it alone: npm test -- ${name}`);
    process.exit(1);
  }
  console.log(`== ${name} passed in ${seconds} s`);
}
