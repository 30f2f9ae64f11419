/** Starts a server without pages in a process of its own; prints its address as one line of JSON. */
import { readConfig } from "@/server/config";
import { createLogger } from "@/server/log/logger";
import { endOnUncaught } from "@/server/log/uncaught";
import { startServer } from "@/server/server";

const logger = createLogger();
const server = await startServer({ config: readConfig(process.env), logger, pages: false });
endOnUncaught(logger, () => server.stop());
process.on("SIGTERM", () => void server.stop().then(() => process.exit(0)));
// For tests: an error that nothing catches.
process.on("SIGUSR2", () => {
  throw new Error("CANARY of what somebody wrote");
});
console.log(JSON.stringify({ address: server.address }));
