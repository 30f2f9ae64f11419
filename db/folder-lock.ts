/** Locks the data folder for one process: a second one would open the same files and silently lose rows. */
import { closeSync, openSync } from "node:fs";
import path from "node:path";
import { tryLock } from "fs-native-extensions";
import { makeFolder } from "./data-folder";

/** Another process has the data folder locked; the message is one sentence for the operator. */
export class FolderInUseError extends Error {
  override readonly name = "FolderInUseError";
  constructor(readonly folder: string) {
    super(
      `Sekong already runs on the data folder ${folder}: stop it first, or set SEKONG_DATA to another folder.`,
    );
  }
}

/**
 * Creates the folder if needed and locks it; returns a function that unlocks it. The kernel releases the lock when the
 * process ends, however it does. Throws FolderInUseError at once when another process holds it.
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
