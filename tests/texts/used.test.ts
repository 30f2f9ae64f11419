import { expect, it } from "vitest";
import { readTexts } from "@/scripts/texts.mjs";
import { codedTexts } from "./coded";
import { usedKeys } from "./uses";

const coded = Object.entries(codedTexts).flatMap(([start, codes]) => codes.map((code) => `${start}.${code}`));

it("every text is used: delete one that no screen asks for, or name its codes in coded.ts", () => {
  const used = new Set([...usedKeys(), ...coded]);
  const unused = readTexts().filter(({ key }) => !used.has(key));
  expect(unused.map(({ key, en }) => `${key}: ${en}`)).toEqual([]);
});

it("the sources were read: an empty scan would prove nothing", () => {
  expect(usedKeys().has("alarm.count")).toBe(true);
  expect(usedKeys().has("alarm.noSuchText")).toBe(false);
});
