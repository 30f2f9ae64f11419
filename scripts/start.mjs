/** Starts Sekong in this process, in the foreground, having built it first when its sources have changed. */
import { buildIfNeeded } from "./build.mjs";

process.env.NODE_ENV = "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";

try {
  await buildIfNeeded();
} catch (error) {
  console.error(`The build failed: ${error.message}`);
  process.exit(1);
}
await import("../dist/server.mjs");
