/** Builds Sekong if its sources have changed, and starts it in this process. */
import { buildIfNeeded } from "./build.mjs";

process.env.NODE_ENV = "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";

/**
 * Ends this process when npm has ended: npm passes SIGTERM to the shell between, and some shells do not pass it on.
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
