/** Creates the data folder. */
import { existsSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";

/** The folder cannot be used; the message is one sentence for the operator. */
export class DataFolderError extends Error {
  override readonly name = "DataFolderError";
  constructor(folder: string, reason: string) {
    super(
      `The data folder ${folder} cannot be used (${reason}): set SEKONG_DATA to a folder you may write to.`,
    );
  }
}

/**
 * Creates a folder that only its owner can read, and returns its absolute path. Throws DataFolderError.
 * Level by level, as the platform's recursive creation does not terminate on some system file systems.
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
