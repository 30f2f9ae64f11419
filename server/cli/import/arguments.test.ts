import { expect, it, test } from "vitest";
import { isThisMachine, readArguments, UsageError } from "./arguments";

test("account and file are enough", () => {
  const { url, ...rest } = readArguments(["--as", "kh.operator", "rows.ndjson"]);
  expect(rest).toEqual({ account: "kh.operator", file: "rows.ndjson", rowsPerSecond: 15 });
  expect(url.href).toBe("http://127.0.0.1:3000/");
});

it.each([
  ["no account", ["rows.ndjson"]],
  ["no file", ["--as", "kh.operator"]],
  ["two files", ["--as", "kh.operator", "a", "b"]],
  ["a rate that would be refused", ["--as", "kh.operator", "--rate", "16", "a"]],
  ["a rate in words", ["--as", "kh.operator", "--rate", "fast", "a"]],
  ["no address", ["--as", "kh.operator", "--url", "here", "a"]],
  ["another protocol", ["--as", "kh.operator", "--url", "ftp://127.0.0.1", "a"]],
  ["an unknown option", ["--as", "kh.operator", "--force", "a"]],
])("%s is refused", (_, args) => {
  expect(() => readArguments(args)).toThrow(UsageError);
});

it.each([
  ["http://127.0.0.1:3000", true],
  ["http://localhost:3000", true],
  ["http://[::1]:3000", true],
  ["http://10.0.0.2:3000", false],
  ["https://127.0.0.1.example.org", false],
])("%s is this machine: %s", (address, expected) => {
  expect(isThisMachine(new URL(address))).toBe(expected);
});
