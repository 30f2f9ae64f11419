/** What happens on an error that nothing caught: the process's state can no longer be trusted, so it ends in order. */
import type { Logger } from "pino";

/** An orderly end that takes longer is aborted. */
const endWithinMs = 8_000;
/** Tells a service manager that it was no orderly stop, so that it starts the process again. */
export const exitUncaught = 70;

/** Logs the first uncaught error, takes no more commands, finishes those accepted, and ends with a code that is not 0. */
export function endOnUncaught(logger: Logger, stop: () => Promise<void>): void {
  let ending = false;
  const end = (error: unknown) => {
    logger.fatal({ err: error }, "an error that nothing caught: the server ends");
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(exitUncaught), endWithinMs).unref();
    const exit = () => process.exit(exitUncaught);
    stop().then(exit, exit);
  };
  process.on("uncaughtException", end);
  process.on("unhandledRejection", end);
}
