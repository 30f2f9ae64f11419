/** Shared by the command-line tools: errors as one sentence, and exit codes. */

import { errorLine } from "../log/logged-error";

/** A problem that the user can solve; the message is one sentence for them. */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** Exit code: the command ran, and its answer is no. */
export const exitNo = 1;
/** Exit code: the command could not be carried out. */
export const exitFailed = 2;

const expectedErrors = new Set([
  "UserError",
  "FolderInUseError",
  "NoSuchAccountError",
  "DatabaseUnusableError",
  "LinkSetupError",
]);

/** Runs a tool, which resolves to its exit code. An expected error is printed as its message, any other as its kind and code. */
export async function runTool(tool: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await tool();
  } catch (error) {
    process.exitCode = exitFailed;
    const expected = error instanceof Error && expectedErrors.has(error.name);
    console.error(expected ? error.message : errorLine(error));
  }
}

/** The first PostgreSQL error code in a chain of causes, such as `42P01`. */
export function databaseCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  return undefined;
}
