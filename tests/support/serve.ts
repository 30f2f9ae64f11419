/** Starts a server without pages in a process of its own; prints its address as one line of JSON. */
import { readConfig } from "@/server/config";
import { createLogger } from "@/server/logger";
import { startServer } from "@/server/server";

const server = await startServer({ config: readConfig(process.env), logger: createLogger(), pages: false });
process.on("SIGTERM", () => void server.stop().then(() => process.exit(0)));
console.log(JSON.stringify({ address: server.address }));
