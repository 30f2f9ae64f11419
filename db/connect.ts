/** Opens the database: PostgreSQL when an address is given, else the embedded one in the data folder. */
import type { Connection, ConnectOptions } from "./connection";
import { openPglite } from "./drivers/pglite";
import { openPostgres } from "./drivers/postgres";

/** Throws FolderInUseError when another process has the data folder open, and the driver's errors otherwise. */
export function connect(options: ConnectOptions): Promise<Connection> {
  return options.databaseUrl ? openPostgres(options.databaseUrl, options) : openPglite(options);
}
