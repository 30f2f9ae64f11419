/** The link's files in the data folder. */
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { linkFiles, linkFolder } from "../settings";

export type LinkFile = keyof typeof linkFiles;

export const fileOf = (dataFolder: string, name: LinkFile): string =>
  path.join(linkFolder(dataFolder), linkFiles[name]);

/** Writes a file that only its owner may read; a reader never finds half of it. */
export function writePrivate(file: string, text: string): void {
  const half = `${file}.new`;
  writeFileSync(half, text, { mode: 0o600 });
  chmodSync(half, 0o600);
  renameSync(half, file);
}

export const readIfThere = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, "utf8") : undefined;
