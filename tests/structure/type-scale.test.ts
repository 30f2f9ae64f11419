/**
 * Sizes of text and colours have names. Sizes and line heights stand in app/ui/type-scale.css, colours in
 * app/ui/tokens.css and, for what is drawn rather than styled, in map/style/palette.ts.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { textSteps } from "@/app/ui/type-scale";
import { filesIn, root, sourcesIn } from "./sources";

type Text = { file: string; text: string };

const scaleFile = "app/ui/type-scale.css";
const tokensFile = "app/ui/tokens.css";
const read = (file: string): Text => ({ file, text: readFileSync(path.join(root, file), "utf8") });

const literalColour =
  /(?<![\w.&/])#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})(?![\w(-])|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(/i;

const forbiddenInCode: Record<string, RegExp> = {
  "a size outside the scale": /\btext-(?:\[(?:length:)?[\d.]|\(length:|(?:xs|sm|base|lg|\d?xl)\b)/,
  "a line height outside the scale": /\bleading-(?:\[|\(|\d|(?:snug|normal|relaxed|loose)\b)/,
  "a size or line height as a style": /\b(?:fontSize|lineHeight)\b|\bfont-size\s*:|\bline-height\s*:/,
  "a literal colour": literalColour,
  "white or black":
    /\b(?:text|bg|border|ring|outline|fill|stroke|from|via|to|shadow|accent|caret|decoration|divide|placeholder)(?:-[xytrblse])?-(?:white|black)\b/,
};
const forbiddenInCss: Record<string, RegExp> = {
  "a size outside the scale": /\bfont-size\s*:(?!\s*(?:var\(--text-|min\(100vh))|\bfont\s*:(?!\s*inherit)/,
  "a line height outside the scale": /\bline-height\s*:(?!\s*(?:var\(--leading|inherit))/,
  "a literal colour": literalColour,
  "white or black": /:[^;{]*\b(?<!-)(?:white|black)(?!-)\b/,
};

/** Every line that has what is forbidden, as file:line. */
function offences({ file, text }: Text, forbidden: Record<string, RegExp>): string[] {
  return text.split("\n").flatMap((line, index) =>
    Object.entries(forbidden)
      .filter(([, pattern]) => pattern.test(line))
      .map(([what]) => `${file}:${index + 1}: ${what}: ${line.trim().slice(0, 80)}`),
  );
}

const inCode = (line: string) => offences({ file: "x.tsx", text: line }, forbiddenInCode);
const inCss = (line: string) => offences({ file: "x.css", text: line }, forbiddenInCss);

describe("sizes and colours by name", () => {
  it("has none but named ones in the components", () => {
    const components = sourcesIn("app");
    expect(components.length).toBeGreaterThan(100);
    expect(components.flatMap((source) => offences(source, forbiddenInCode))).toEqual([]);
  });

  it("has none but named ones in the stylesheets", () => {
    const sheets = filesIn("app", /\.css$/).filter((file) => file !== scaleFile && file !== tokensFile);
    expect(sheets).toContain("app/globals.css");
    expect(sheets.flatMap((file) => offences(read(file), forbiddenInCss))).toEqual([]);
  });

  it("has only colours in the tokens, only sizes in the scale", () => {
    expect(offences(read(scaleFile), { "a literal colour": literalColour })).toEqual([]);
    expect(read(tokensFile).text).not.toMatch(/font|leading|line-height/);
  });

  it("has the steps under the same names for the class names and for the stylesheet", () => {
    const defined = [...read(scaleFile).text.matchAll(/^ {2}--text-([a-z]+(?:-[a-z]+)*):/gm)].map(
      ([, step]) => step,
    );
    const withHeight = [...read(scaleFile).text.matchAll(/^ {2}--text-([a-z]+(?:-[a-z]+)*)--line-height:/gm)];
    expect(defined).toEqual([...textSteps]);
    expect(withHeight.map(([, step]) => step)).toEqual([...textSteps]);
  });

  it("has at most eight steps for one kind of screen", () => {
    for (const screen of ["desk", "wall", "field"])
      expect(textSteps.filter((step) => step.startsWith(`${screen}-`)).length).toBeLessThanOrEqual(8);
  });

  it("uses every step", () => {
    const all = [...sourcesIn("app"), ...filesIn("app", /\.css$/).map(read)]
      .filter(({ file }) => file !== scaleFile && file !== "app/ui/type-scale.ts")
      .map(({ text }) => text)
      .join("\n");
    expect(textSteps.filter((step) => !new RegExp(`text-${step}(?![\\w-])`).test(all))).toEqual([]);
  });

  it("names no step that there is not", () => {
    const named = sourcesIn("app").flatMap(({ file, text }) =>
      [...text.matchAll(/\btext-((?:desk|wall|field|map|takeover)-[a-z-]+|plate)\b/g)].map(([, step]) => ({
        file,
        step: step ?? "",
      })),
    );
    expect(named.filter(({ step }) => !textSteps.some((known) => known === step))).toEqual([]);
  });
});

describe("what counts as a literal", () => {
  it.each([
    'className="text-[13px]"',
    'className="[&_label]:text-[1.5rem]"',
    'className="hover:text-[#fff]"',
    'className="border-[#fff6]"',
    'className="leading-[1.3]"',
    'className="leading-5"',
    'className="text-sm"',
    'className="bg-black/40"',
    'className="border-t-white"',
    "style={{ fontSize: 12 }}",
    'const ground = "rgb(0 0 0)";',
    'themeColor: "#12181b"',
  ])("in a component: %s", (line) => {
    expect(inCode(line)).not.toEqual([]);
  });

  it.each([
    'className="text-desk-body text-ink-2 leading-tight"',
    "this.#add(layer);",
    "  #add(layer: OwnLayer): void {",
    'href="#main"',
    'className="whitespace-nowrap"',
  ])("not in a component: %s", (line) => {
    expect(inCode(line)).toEqual([]);
  });

  it.each([
    "font-size: 13px;",
    "font: 13px sans-serif;",
    "line-height: 1.5;",
    "color: #fff;",
    "box-shadow: 0 2px 10px #0007;",
    "background: rgba(0, 0, 0, 0.5);",
    "color: white;",
  ])("in a stylesheet: %s", (line) => {
    expect(inCss(line)).not.toEqual([]);
  });

  it.each([
    "font-size: var(--text-desk-body);",
    "line-height: var(--leading);",
    "white-space: nowrap;",
    "font: inherit;",
    "font-family: var(--font-sans);",
  ])("not in a stylesheet: %s", (line) => {
    expect(inCss(line)).toEqual([]);
  });
});
