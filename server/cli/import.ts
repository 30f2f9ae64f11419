/**
 * `npm run import`: reads incidents from a file and reports them to the running server as ordinary commands of the
 * account that signs in (docs/import.md). Exit code 0 when every row is in the log, 1 when not, 2 for wrong arguments.
 */
import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { demoPassword } from "@/db/seed/accounts";
import { roleMay } from "@/domain/permissions";
import { errorLine } from "../log/logged-error";
import { type Arguments, isThisMachine, readArguments, UsageError, usage } from "./import/arguments";
import { openConnection } from "./import/connection";
import { Progress } from "./import/progress";
import { readReport } from "./import/report";
import { type Row, readRows } from "./import/rows";
import { Sender } from "./import/send";
import { ImportError, type Session, signIn } from "./import/session";

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch {
    throw new ImportError(`The file ${file} cannot be read.`);
  }
}

function passwordFor(url: URL): string {
  const given = process.env.SEKONG_PASSWORD;
  if (given) return given;
  if (isThisMachine(url)) return demoPassword;
  throw new ImportError("SEKONG_PASSWORD must hold the password of the account.");
}

async function signInToReport({ url, account }: Arguments): Promise<Session> {
  const session = await signIn(url, account, passwordFor(url));
  if (roleMay(session.role, "incident.report")) return session;
  throw new ImportError(
    `The account ${account} (${session.role}) may not report incidents: use one of an officer, operator or commander.`,
  );
}

async function sendRows(rows: readonly Row[], session: Session, args: Arguments, progress: Progress) {
  const connection = await openConnection(args.url, session.cookie);
  const sender = new Sender({
    connection,
    clock: { nowMs: () => performance.now(), wait: async (ms) => void (await wait(ms)) },
    rowsPerSecond: args.rowsPerSecond,
    onResult: (result) => progress.result(result),
  });
  try {
    for (const row of rows) {
      const at = new Date().toISOString();
      const read = "problem" in row ? row : readReport(row.value, session.country, at);
      if ("command" in read) {
        progress.read(row.line, read);
        await sender.send(row.line, read.command);
      } else progress.badRow(row.line, read.problem);
    }
    await sender.finish();
  } finally {
    progress.end();
    connection.close();
  }
}

async function run(args: Arguments): Promise<boolean> {
  const rows = readRows(await readText(args.file));
  if (rows.length === 0) throw new ImportError(`The file ${args.file} has no rows.`);
  const session = await signInToReport(args);
  const progress = new Progress(rows.length, {
    write: (text) => void process.stderr.write(text),
    isTTY: process.stderr.isTTY,
  });
  try {
    await sendRows(rows, session, args, progress);
  } finally {
    console.log(progress.summary);
  }
  return progress.clean;
}

async function main(): Promise<number> {
  try {
    return (await run(readArguments(process.argv.slice(2)))) ? 0 : 1;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n${usage}`);
      return 2;
    }
    console.error(error instanceof ImportError ? error.message : errorLine(error));
    return 1;
  }
}

process.exitCode = await main();
