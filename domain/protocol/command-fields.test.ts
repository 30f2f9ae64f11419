/** Every text and every time of every command, found by walking the schemas, so that a new one is covered. */
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { commandBodies, isCommandType } from "../commands";
import { parseCommand } from "./parse";
import { findBadTime } from "./times";

type Leaf = { path: readonly string[]; schema: z.ZodType };

function leavesOf(schema: z.core.$ZodType, path: readonly string[]): Leaf[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
  if (schema instanceof z.ZodArray) return leavesOf(schema.element, path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => leavesOf(option, path));
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return leavesOf(schema.unwrap(), path);
  if (schema instanceof z.ZodPipe) return leavesOf(schema.in, path);
  return schema instanceof z.ZodType ? [{ path, schema }] : [];
}

const leaves = Object.entries(commandBodies).flatMap(([type, body]) => leavesOf(body, [type]));
const nameOf = ({ path }: Leaf): string => path.join(" ");
const unique = (all: readonly Leaf[]): [string, Leaf][] => [
  ...new Map(all.map((leaf): [string, Leaf] => [nameOf(leaf), leaf])),
];

const takes = (text: string) => (leaf: Leaf) => leaf.schema.safeParse(text).success;
/** An id is compared with what is there, and no words. */
const ids = new Set(["entry.strike entryId"]);
const texts = unique(leaves.filter(takes("seen by the river")).filter((leaf) => !ids.has(nameOf(leaf))));
const times = unique(
  leaves.filter(takes("2026-10-14T05:00:00.000Z")).filter((leaf) => !takes("no time")(leaf)),
);

const at = "2026-10-14T05:00:00.000Z";
const subject = "KH-00000000-0000-4000-8000-000000000001";
/** What a command asks for beside its reason. */
const beside: Record<string, object> = {
  "entry.strike": { entryId: "1" },
  "task.reassign": { unitId: subject },
};

const invisible = {
  nothing: "",
  spaces: " \u00A0\u3000",
  "zero-width space": "\u200B",
  joiners: "\u200C\u200D\u2060",
  "soft hyphen": "\u00AD",
  "bidi marks": "\u200E\u202E\u2066\u2069",
  "byte order mark": "\uFEFF",
  fillers: "\u3164\uFFA0\u115F\u1160",
  "Braille blank": "\u2800",
  "Khmer inherent vowels": "\u17B4\u17B5",
  controls: "\t\n\u0001",
};

describe("T6 text that shows nothing is no text", () => {
  test("the walk finds the texts of commands", () => {
    expect(texts.length).toBeGreaterThan(30);
    for (const name of [
      "release.recall reason",
      "drawing.put label",
      "task.advance result",
      "request.make handover receivingDesk",
    ])
      expect(texts.map(([found]) => found)).toContain(name);
  });

  test.each(texts)("%s", (_, { schema }) => {
    const taken = Object.entries(invisible).filter(([, text]) => schema.safeParse(text).success);
    expect(taken.map(([name]) => name)).toEqual([]);
    expect(schema.parse("\u200B \u202Eព្រំ\u200Bដែន\u00AD ")).toBe("ព្រំ\u200Bដែន");
  });

  test.each(
    texts
      .filter(([, { path }]) => path.length === 2 && path[1] === "reason")
      .map(([, { path }]) => path[0] ?? ""),
  )("%s is refused with a reason of U+200B, with the path", (type) => {
    expect(isCommandType(type)).toBe(true);
    const body = { reason: "\u200B", ...beside[type] };
    const parsed = parseCommand({ id: crypto.randomUUID(), type, subject, body }, at);
    expect(parsed).toMatchObject({ ok: false, denial: { reason: "bad-form", path: "body.reason" } });
  });
});

describe("T4 every time of a command is judged", () => {
  /** Times within a sentence, which nothing is due by. */
  const said = (path: readonly string[]) => path.includes("slots");

  test("the walk finds the times of commands", () => {
    expect(times.length).toBeGreaterThan(20);
    for (const name of ["incident.report occurredAt", "request.accept assign dueAt", "drawing.put expiresAt"])
      expect(times.map(([found]) => found)).toContain(name);
  });

  test.each(times.filter(([, { path }]) => !said(path)))("%s", (_, { path: [, ...path] }) => {
    const bodyWith = (time: string) =>
      path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), time) as object;
    const named = ["body", ...path].join(".");
    expect(findBadTime(bodyWith("2028-01-01T00:00:00.000Z"), at)?.path).toBe(named);
    expect(findBadTime(bodyWith("1999-01-01T00:00:00.000Z"), at)?.path).toBe(named);
    expect(findBadTime(bodyWith(at), at)).toBeUndefined();
  });

  test.each(times.filter(([, { path }]) => /^(dueAt|expiresAt|at)$/.test(path.at(-1) ?? "")))(
    "%s is not past",
    (_, { path: [, ...path] }) => {
      const body = path.reduceRight<unknown>(
        (inner, name) => ({ [name]: inner }),
        "2026-10-13T05:00:00.000Z",
      );
      expect(findBadTime(body as object, at)).toEqual({
        reason: "time-range",
        path: ["body", ...path].join("."),
      });
    },
  );
});
