/** `npm run canary`: national canaries on both sides under load; exit code 1 when one crossed or the control missed one. */
import { parseArgs } from "node:util";
import { playCanary } from "./run";

const usage = "Usage: npm run canary [-- --count 2000]";

try {
  const { values } = parseArgs({ options: { count: { type: "string", default: "2000" } } });
  const count = Number(values.count);
  if (!Number.isInteger(count) || count < 1) throw new Error(usage);
  const found = await playCanary(count, (line) => console.log(line));
  for (const [country, { planted, released, leaks, unseenAtHome, searchedBytes }] of Object.entries(found)) {
    console.log(
      `${country}: ${planted} canaries planted, ${released} releases crossed, ${planted - unseenAtHome.length} found at home, ${leaks.length} places with one on the partner's side (${Math.round(searchedBytes / 1e6)} MB searched).`,
      ...leaks,
      ...unseenAtHome.map((canary) => `not found at home: ${canary}`),
    );
    if (leaks.length > 0 || unseenAtHome.length > 0) process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
process.exit();
