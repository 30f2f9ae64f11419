/** The data folder: made when it is not there, and said plainly when it cannot be. */
import { existsSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";

/** The folder cannot be used; the message is a sentence for the person who started this. */
export class DataFolderError extends Error {
  override readonly name = "DataFolderError";
  constructor(folder: string, reason: string) {
    super(
      `The data folder ${folder} cannot be used (${reason}): set SEKONG_DATA to a folder you may write to.`,
    );
  }
}

/**
 * Makes a folder, for its owner only, and gives its absolute path. Throws DataFolderError.
 * One level at a time: on system file systems the platform's own recursive way never ends.
 */
export function makeFolder(folder: string): string {
  const absolute = path.resolve(folder);
  try {
    makeLevel(absolute);
  } catch (error) {
    throw new DataFolderError(
      absolute,
      error instanceof Error && "code" in error ? String(error.code) : "not a folder",
    );
  }
  return absolute;
}

function makeLevel(absolute: string): void {
  if (existsSync(absolute)) {
    if (!statSync(absolute).isDirectory()) throw new TypeError("not a folder");
    return;
  }
  makeLevel(path.dirname(absolute));
  mkdirSync(absolute, { mode: 0o700 });
}
