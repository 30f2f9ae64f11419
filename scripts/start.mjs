/** Builds Sekong if its sources have changed, and starts it in this process. */
import { buildIfNeeded } from "./build.mjs";
import { endWithNpm } from "./parent.mjs";

process.env.NODE_ENV = "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";

endWithNpm("start");

try {
  await buildIfNeeded();
} catch (error) {
  console.error(`The build failed: ${error.message}`);
  process.exit(1);
}
await import("../dist/server.mjs");
