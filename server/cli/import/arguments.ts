/** Parses the arguments of `npm run import`. */
import { parseArgs } from "node:util";

/** Rows per second at most: below the server's limit for one session, so that the account's other screens can work. */
export const maxRate = 15;

export const usage = `Usage: npm run import -- --as <account> [--url <address>] [--rate <rows per second, 1 to ${maxRate}>] <file>
The file is a GeoJSON FeatureCollection, or NDJSON with one incident per line (docs/import.md).
The password is read from SEKONG_PASSWORD; without it, the demo's password is used for a server on this machine.`;

/** The arguments are invalid; the message says why. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export type Arguments = { account: string; url: URL; rowsPerSecond: number; file: string };

/** Throws UsageError. */
export function readArguments(args: string[]): Arguments {
  const { values, positionals } = parse(args);
  const [file, ...more] = positionals;
  if (!values.as) throw new UsageError("--as <account> is missing.");
  if (file === undefined) throw new UsageError("The file is missing.");
  if (more.length > 0) throw new UsageError("Only one file may be given.");
  return {
    account: values.as,
    url: urlOf(values.url ?? "http://127.0.0.1:3000"),
    rowsPerSecond: rateOf(values.rate ?? String(maxRate)),
    file,
  };
}

function parse(args: string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({ args, allowPositionals: true, options: { as: text, url: text, rate: text } });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !["http:", "https:"].includes(url.protocol)) {
    throw new UsageError("--url must be an http or https address.");
  }
  return url;
}

function rateOf(text: string): number {
  const rate = Number(text);
  if (!(rate >= 1 && rate <= maxRate)) throw new UsageError(`--rate must be a number from 1 to ${maxRate}.`);
  return rate;
}

/** Whether an address is on this machine. */
export function isThisMachine({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
