/** The node's secret, which signs sessions and keys the pseudonyms in the log. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeFolder } from "../data-folder";

const secretBytes = 32;

/**
 * The given secret (SEKONG_SECRET), else the one in the data folder, generated at the first start.
 * Losing it ends all sessions and gives later accounts other pseudonyms; the log stays valid.
 */
export function loadSecret(dataDir: string, given?: string): string {
  if (given) return given;
  makeFolder(dataDir);
  const file = path.join(dataDir, "secret");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const secret = randomBytes(secretBytes).toString("hex");
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: "wx" });
  return secret;
}
