/** Runs Sekong without pages in a process of its own; prints its address as the first line. */
import { readConfig } from "@/server/config";
import { createLogger } from "@/server/log/logger";
import { startServer } from "@/server/server";

const server = await startServer({ config: readConfig(process.env), logger: createLogger(), pages: false });
process.on("SIGTERM", () => void server.stop().then(() => process.exit(0)));
console.log(server.address);
process.on("SIGUSR2", () => {
  const { user, system } = process.cpuUsage();
  console.log((user + system) / 1_000);
});
