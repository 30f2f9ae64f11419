/** What the command-line tools share: one sentence per problem, and an exit code that says how it went. */

/** A problem the person at the terminal can do something about; the message is a sentence for them. */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** The command did what it was asked and the answer is no. */
export const exitNo = 1;
/** The command could not be carried out. */
export const exitFailed = 2;

const expectedErrors = new Set([
  "UserError",
  "FolderInUseError",
  "NoSuchAccountError",
  "DatabaseUnusableError",
]);

/** Runs a tool: its answer is the exit code. Expected problems become a sentence, unexpected ones keep their stack. */
export async function runTool(tool: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await tool();
  } catch (error) {
    process.exitCode = exitFailed;
    const expected = error instanceof Error && expectedErrors.has(error.name);
    console.error(expected ? error.message : error);
  }
}

/** The first PostgreSQL error code in a chain of causes, such as `42P01`. */
export function databaseCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  return undefined;
}
