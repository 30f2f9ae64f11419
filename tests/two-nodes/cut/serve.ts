/** A node's server without pages in a process of its own, whose clock is off by the milliseconds given as argument. */
import { readConfig } from "@/server/config";
import { createLogger } from "@/server/log/logger";
import { startServer } from "@/server/server";

const offsetMs = Number(process.argv[2] ?? 0);
const server = await startServer({
  config: readConfig(process.env),
  logger: createLogger(),
  overrides: { now: () => new Date(Date.now() + offsetMs) },
  pages: false,
});
const end = () => void server.stop().then(() => process.exit(0));
process.on("SIGTERM", end);
process.on("disconnect", end);
