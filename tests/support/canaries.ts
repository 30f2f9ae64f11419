/** Values with a canary in every string a schema has: walking the schema covers a new field by itself. */
import type { z } from "zod";
import { sha256Hex } from "@/domain/hash";

const join = (path: string, name: string) => (path ? `${path}.${name}` : name);
const canary = (path: string) => `«${path}»`;

/** A field that no schema and no table names: planted in every object, it must never come out. */
export const unnamed = "unnamed";

/** Enough for choices to meet that must: a released incident with a joint note of every phrase. */
const allTurns = 1_000;

/** A choice by turn and place: fixed, and independent of the choices made elsewhere. */
function choose<Option>(options: readonly Option[], path: string, turn: number): Option | undefined {
  const drawn = Number.parseInt(sha256Hex(`${turn} ${path}`).slice(0, 8), 16);
  return options[drawn % options.length];
}

/** A value of this form. Phrase slots and records are closed by their schema and get no extra field. */
function plant(schema: z.core.$ZodType, path: string, turn: number, closed = false): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const choice = <Option>(options: readonly Option[]) => choose(options, path, turn);
  switch (def.type) {
    case "object": {
      const isClosed = closed || path.endsWith("slots");
      const fields = Object.entries(def.shape).flatMap(([name, inner]) => {
        const value = plant(inner, join(path, name), turn, isClosed);
        return value === undefined ? [] : [[name, value]];
      });
      if (!isClosed) fields.push([unnamed, canary(join(path, unnamed))]);
      return Object.fromEntries(fields);
    }
    case "optional": {
      const isThere = choose([true, true, true, false], `${path}?`, turn);
      return isThere ? plant(def.innerType, path, turn, closed) : undefined;
    }
    case "default":
      return plant(def.innerType, path, turn, closed);
    case "array":
      return [plant(def.element, path, turn, closed)];
    case "tuple":
      return def.items.map((item) => plant(item, path, turn, closed));
    case "record":
      return { any: plant(def.valueType, join(path, "any"), turn, true) };
    case "union": {
      const option = choice(def.options);
      return option && plant(option, path, turn, closed);
    }
    case "enum":
      return choice(Object.values(def.entries));
    case "literal":
      return choice(def.values);
    case "boolean":
      return choice([true, false]);
    case "number":
      return 1 + turn;
    case "string":
      return canary(path);
    default:
      throw new TypeError(`no canary for ${def.type} at ${path}: teach the walker this form`);
  }
}

/** Values of this form that between them take every choice; the canaries' paths begin with `root`. */
export const planted = <Value>(schema: z.ZodType<Value>, root = "", turns = allTurns): Value[] =>
  // The walk follows the schema; only the canaries would fail its formats, and the extra field its strictness.
  Array.from({ length: turns }, (_, turn) => plant(schema, root, turn) as Value);

/** The paths of the canaries in these values, each once. */
export function canariesIn(values: readonly unknown[]): string[] {
  const found = values.flatMap((value) =>
    [...(JSON.stringify(value) ?? "").matchAll(/«([^»]*)»/g)].map((match) => match[1] ?? ""),
  );
  return [...new Set(found)].sort();
}

/** The paths of all that is no object or list itself in these values, canaries or not, each once. */
export function leavesOf(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => leavesOf(item, path)))].sort();
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, join(path, name)));
}
