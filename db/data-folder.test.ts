import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { DataFolderError, makeFolder } from "./data-folder";

function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "sekong-folder-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("a folder is created with its parents, for its owner only, and a second creation changes nothing", () => {
  const folder = path.join(freshFolder(), "a", "b");
  expect(makeFolder(folder)).toBe(folder);
  expect(makeFolder(folder)).toBe(folder);
  expect(statSync(folder).mode & 0o077).toBe(0);
});

test("a file in its place gives one sentence that names the setting", () => {
  const file = path.join(freshFolder(), "file");
  writeFileSync(file, "");
  for (const folder of [file, path.join(file, "below")]) {
    expect(() => makeFolder(folder)).toThrow(DataFolderError);
    expect(() => makeFolder(folder)).toThrow(/SEKONG_DATA/);
  }
});
