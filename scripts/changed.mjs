/** Which steps of the tests a change calls for. */
import { execFileSync } from "node:child_process";

/** The files that call for a slow step. A step that is not named here is run for every change. */
const callers = {
  database: /^(db|domain)\//,
  build: /^(app|db|domain|map|public|server|tests\/(e2e|support|system))\//,
  system: /^(db|domain|server|tests\/(support|system))\//,
  nodes: /^(db|domain|scripts\/two-nations|server|tests\/(support|two-nodes))\//,
  browser: /^(app|map|public|tests\/(e2e|support))\//,
};

/** Dependencies and the settings of tools, which call for every step. */
const settings = /^(package(-lock)?|tsconfig|biome)\.json$|^[^/]+\.config\.[jt]s$/;

/** Tests that read files of the repository as text: no import tells that a change concerns them, so they always run. */
export const readers = [
  "tests/structure/",
  "tests/texts/",
  "docs/",
  "scripts/",
  "domain/protocol/document",
  "tests/support/",
  "app/map/engine/truth",
  "app/map/engine/content/fan",
];

const git = (...args) => execFileSync("git", args, { encoding: "utf8" }).split("\n").filter(Boolean);

/** Files that differ from the commit where this branch left `base`; uncommitted and untracked ones included. */
export function changedFiles(base) {
  const [start] = git("merge-base", base, "HEAD");
  return [...git("diff", "--name-only", start), ...git("ls-files", "--others", "--exclude-standard")];
}

export function isCalledFor(step, files) {
  const caller = callers[step];
  return !caller || files.some((file) => caller.test(file) || settings.test(file));
}
