/** The entry point: reads the environment, starts the server, prints one line when ready, stops on SIGINT and SIGTERM. */
import { DataFolderError } from "@/db/data-folder";
import { CopiedDemonstrationError } from "@/db/demonstration";
import { FolderInUseError } from "@/db/folder-lock";
import { demoAccounts, demoPassword } from "@/db/seed/accounts";
import { ConfigError, readConfig } from "./config";
import { errorLine } from "./log/logged-error";
import { createLogger } from "./log/logger";
import { endOnUncaught } from "./log/uncaught";
import { type RunningServer, startServer } from "./server";

/** A shutdown that takes longer is aborted. */
const shutdownTimeoutMs = 8_000;

function fail(sentences: readonly string[]): never {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
}

function sentencesOf(error: unknown): string[] {
  if (error instanceof ConfigError) return [...error.problems];
  if (
    error instanceof FolderInUseError ||
    error instanceof DataFolderError ||
    error instanceof CopiedDemonstrationError
  ) {
    return [error.message];
  }
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return ["The port is in use: set PORT to another one."];
  }
  return [`Sekong could not start: ${holdsValues(error) ? errorLine(error) : messageOf(error)}`];
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whether an error, or what caused it, names a statement or its parameters. */
function holdsValues(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return "query" in error || "params" in error || "severity" in error || holdsValues(error.cause);
}

function announce({ address, config: { demo, countries } }: RunningServer): void {
  const served = demoAccounts.filter(({ country }) => countries.includes(country));
  const accounts = served.map(({ username }) => username).join(" ");
  const signIn = demo ? ` EXERCISE · sign in as ${accounts} with the password ${demoPassword}` : "";
  console.log(`Sekong is ready: ${address}${signIn}`);
}

function endOnSignals(server: RunningServer): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), shutdownTimeoutMs).unref();
    void server.stop().then(() => process.exit(0));
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
  // Started by the demonstration of two nations, it ends with that process, however that one ends.
  process.on("disconnect", end);
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = createLogger();
  const server = await startServer({ config, logger });
  endOnSignals(server);
  endOnUncaught(logger, () => server.stop());
  announce(server);
}

main().catch((error: unknown) => fail(sentencesOf(error)));
