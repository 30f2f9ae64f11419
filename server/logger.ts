/** Structured logs. What is said in an incident never goes into them. */
import pino, { type Logger } from "pino";

export function createLogger(): Logger {
  const level = process.env.SEKONG_LOG ?? "info";
  // To standard error: standard output carries the one line that says the server is ready.
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}
