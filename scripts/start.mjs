/** Starts Sekong in this process, in the foreground, having built it first when its sources have changed. */
import { buildIfNeeded } from "./build.mjs";

process.env.NODE_ENV = "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";

/**
 * npm passes a SIGTERM on to the shell it started us with, and some shells end without passing it further: an orphan of
 * `npm start` ends itself.
 */
if (process.env.npm_lifecycle_event === "start") {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 250);
  watch.unref();
}

try {
  await buildIfNeeded();
} catch (error) {
  console.error(`The build failed: ${error.message}`);
  process.exit(1);
}
await import("../dist/server.mjs");
