/** Opens the database: PostgreSQL when an address is given, else the embedded one in the data folder. */
import type { Database } from "./database";
import { openPglite } from "./drivers/pglite";
import { openPostgres } from "./drivers/postgres";

export type Wake = (payload: string) => void;

/** An open database. `listen` survives lost connections; after one it wakes every listener, as news may have been missed. */
export interface Connection {
  readonly kind: "pglite" | "pg";
  readonly db: Database;
  listen(channel: string, onWake: Wake): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export type ConnectOptions = {
  /** PostgreSQL address; without one the embedded database is opened. */
  databaseUrl?: string | undefined;
  /** Folder of the embedded database; locked while open. */
  dataDir: string;
  /** Bring the tables up to date (default). Several processes may do so at once. */
  migrate?: boolean;
  /** Connections to PostgreSQL at most. */
  poolSize?: number;
  /** Hears of lost connections; they mend themselves. */
  onError?: (error: Error) => void;
};

/** Throws FolderInUseError when another process has the data folder open, and the driver's errors otherwise. */
export function connect(options: ConnectOptions): Promise<Connection> {
  return options.databaseUrl ? openPostgres(options.databaseUrl, options) : openPglite(options);
}
