/** One process per data folder: a second one would open the same files and lose rows without a word. */
import { closeSync, openSync } from "node:fs";
import path from "node:path";
import { tryLock } from "fs-native-extensions";
import { makeFolder } from "./data-folder";

/** Another process holds the data folder; the message is a sentence for the person who started this one. */
export class FolderInUseError extends Error {
  override readonly name = "FolderInUseError";
  constructor(readonly folder: string) {
    super(
      `Sekong already runs on the data folder ${folder}: stop it first, or set SEKONG_DATA to another folder.`,
    );
  }
}

/**
 * Makes the folder if needed and locks it; the answer frees it again. The kernel holds the lock, so it is gone
 * with the process, however that ends. Throws FolderInUseError at once when another process holds it.
 */
export function lockFolder(folder: string): () => void {
  const absolute = makeFolder(folder);
  const file = openSync(path.join(absolute, "lock"), "a");
  let locked = false;
  try {
    locked = tryLock(file);
  } finally {
    if (!locked) closeSync(file);
  }
  if (!locked) throw new FolderInUseError(absolute);
  return () => closeSync(file);
}
