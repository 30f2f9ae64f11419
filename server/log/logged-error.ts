/**
 * An error as it may stand in a log: what it is and where it arose. Its message, and what a driver hangs on it (query,
 * parameters, detail), hold what people wrote, so they are left out (safeguard S2).
 */

/** An error whose message is a sentence of ours that names no content: the only kind whose message is logged. */
export class Fault extends Error {
  override readonly name = "Fault";
}

export type LoggedError = {
  type: string;
  /** Of a Fault only. */
  message?: string;
  /** SQLSTATE, or the name of a system error such as ECONNREFUSED. */
  code?: string;
  syscall?: string;
  /** Names in the schema, for a database's error. */
  table?: string;
  constraint?: string;
  /** The innermost stack frames. */
  where?: string[];
  cause?: LoggedError;
};

const maxDepth = 5;
const maxFrames = 8;
/** What a name can look like; anything else could be content. */
const namePattern = /^[A-Za-z0-9_$.-]{1,80}$/;

const nameIn = (error: object, field: string): string | undefined => {
  const value: unknown = Reflect.get(error, field);
  return typeof value === "string" && namePattern.test(value) ? value : undefined;
};

/** The frames of a stack; its beginning repeats name and message, of any number of lines, and is cut off. */
function framesOf({ stack = "", name, message }: Error): string[] {
  const isOneLine = !`${name}${message}`.includes("\n");
  const at = isOneLine ? stack.indexOf("\n") : stack.lastIndexOf(message);
  if (at < 0) return [];
  const frames = stack.slice(isOneLine ? at : at + message.length).split("\n");
  const here = `${process.cwd()}/`;
  return frames
    .flatMap((line) => /^\s+at (.+)$/.exec(line)?.[1] ?? [])
    .slice(0, maxFrames)
    .map((frame) => frame.replaceAll("file://", "").replaceAll(here, ""));
}

/** What kind of error it is: its name, or its class where it has none of its own. */
const typeOf = (error: Error): string =>
  (error.name === "Error" ? undefined : nameIn(error, "name")) ??
  nameIn(error.constructor, "name") ??
  "Error";

/** Keeps the kind of an error, its code, its place in the code and its causes. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const where = framesOf(error);
  const kept = Object.fromEntries(
    (["code", "syscall", "table", "constraint"] as const).flatMap((field) => {
      const value = nameIn(error, field);
      return value === undefined ? [] : [[field, value]];
    }),
  );
  return {
    type: typeOf(error),
    ...(error instanceof Fault ? { message: error.message } : {}),
    ...kept,
    ...(where.length > 0 ? { where } : {}),
    ...(error.cause !== undefined && depth < maxDepth ? { cause: loggedError(error.cause, depth + 1) } : {}),
  };
}

/** The chain of types and codes in one line: `DrizzleQueryError: DatabaseError 57P01`. Cheap, as no stack is read. */
export function errorLine(error: unknown): string {
  const parts: string[] = [];
  let one = error;
  for (let depth = 0; depth <= maxDepth && one !== undefined; depth += 1) {
    if (!(one instanceof Error)) return [...parts, typeof one].join(": ");
    const message = one instanceof Fault ? one.message : undefined;
    parts.push([typeOf(one), nameIn(one, "code"), message].filter((part) => part !== undefined).join(" "));
    one = one.cause;
  }
  return parts.join(": ");
}
