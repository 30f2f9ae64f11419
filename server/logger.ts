/** Structured logs. The content of incidents is never logged. */
import pino, { type Logger } from "pino";

export function createLogger(): Logger {
  const level = process.env.SEKONG_LOG ?? "info";
  // Standard error, as standard output is for the one line that says the server is ready.
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}
