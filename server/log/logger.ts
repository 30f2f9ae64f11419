/** Structured logs, one line per occurrence and bounded. Content is never logged: no text, place, value or parameter. */
import pino, { type DestinationStream, type LogFn, type Logger } from "pino";
import { errorLine, loggedError } from "./logged-error";
import { Repeats } from "./repeats";

const warnLevel = 40;

/** What a line holds besides its sentence; an error by itself is what the line is about. */
function fieldsOf(first: unknown): object {
  if (first instanceof Error) return { err: first };
  return typeof first === "object" && first !== null ? first : {};
}

/** A logger that holds back repeated lines. Writes to `destination`, by default standard error. */
export function createLogger(
  destination: DestinationStream = pino.destination(2),
  level = process.env.SEKONG_LOG ?? "info",
): Logger {
  const repeats = new Repeats();
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: loggedError },
      hooks: {
        logMethod(args: Parameters<LogFn>, method: LogFn, lineLevel: number) {
          const [first, second] = args as [unknown, unknown];
          const sentence = typeof first === "string" ? first : typeof second === "string" ? second : "";
          const fields = fieldsOf(first);
          // What tells lines apart: the sentence, and the kind of error with its causes.
          const series = "err" in fields ? `${sentence}: ${errorLine(fields.err)}` : sentence;
          const kind = lineLevel >= warnLevel ? "fault" : "note";
          repeats.note(kind, series, (repeated) =>
            method.apply(this, [repeated > 0 ? { ...fields, repeated } : fields, sentence]),
          );
        },
      },
    },
    // Standard output is for the one line that says the server is ready.
    destination,
  );
}
