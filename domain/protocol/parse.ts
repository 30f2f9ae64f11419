/** Parses what a client sent into a typed command, or into the denial that names the fault. */
import type { ZodError } from "zod";
import { type Command, commandBodies, commandFrameSchema, isCommandType } from "../commands";
import { type Denial, deny } from "../errors";
import { isStorableText } from "../text";
import { findBadTime } from "./times";

const deepest = 12;

export type Parsed = { ok: true; command: Command } | { ok: false; denial: Denial };
const bad = (denial: Denial): Parsed => ({ ok: false, denial });

/** The path of the first issue, dotted, such as `body.place.lng`. */
export function pathOf(error: ZodError, prefix: readonly PropertyKey[] = []): string {
  const issue = error.issues[0];
  const keys = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  return [...prefix, ...(issue?.path ?? []), ...keys].map(String).join(".");
}

/** Parses a command. `at` is the server's time, ISO 8601 UTC. */
export function parseCommand(input: unknown, at: string): Parsed {
  if (depthOf(input) > deepest) return bad(deny("bad-form", "body"));
  const unstorable = findUnstorable(input, []);
  if (unstorable) return bad(deny("bad-text", unstorable.slice(0, 200)));
  const frame = commandFrameSchema.safeParse(input);
  if (!frame.success) return bad(deny("bad-form", pathOf(frame.error) || "command"));
  const { id, type, subject, basis } = frame.data;
  if (!isCommandType(type)) return bad(deny("unknown-command", "type"));
  const body = commandBodies[type].safeParse(frame.data.body ?? {});
  if (!body.success) return bad(deny("bad-form", pathOf(body.error, ["body"])));
  const wrong = findBadTime(body.data, at);
  if (wrong) return bad(deny(wrong.reason, wrong.path));
  // The pairing of type and body is what the schema lookup has just checked; the compiler cannot follow it.
  return {
    ok: true,
    command: { id, type, subject, body: body.data, ...(basis ? { basis } : {}) } as Command,
  };
}

/** How deep a value is nested, looked at one level at a time, and no further than any schema goes. */
function depthOf(value: unknown): number {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= deepest; depth += 1) {
    level = level.flatMap((inner) =>
      typeof inner === "object" && inner !== null ? Object.values(inner) : [],
    );
    if (level.length === 0) return depth;
  }
  return deepest + 1;
}

/** Path of the first text or key with NUL or a lone surrogate; else undefined. */
function findUnstorable(value: unknown, path: readonly string[]): string | undefined {
  if (typeof value === "string") return isStorableText(value) ? undefined : path.join(".") || "command";
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = isStorableText(key) ? findUnstorable(inner, [...path, key]) : [...path, "key"].join(".");
    if (found) return found;
  }
  return undefined;
}
