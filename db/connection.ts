/** What an open database offers and what opening one needs; implemented by the drivers. */
import type { Database } from "./database";

export type Wake = (payload: string) => void;

/** An open database, whichever driver is underneath. */
export interface Connection {
  readonly kind: "pglite" | "pg";
  readonly db: Database;
  /**
   * Calls back on every NOTIFY on the channel; resolves to an unsubscribe function once listening. Reconnects by
   * itself, and then calls every listener once, as a notification may have been missed.
   */
  listen(channel: string, onWake: Wake): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export type ConnectOptions = {
  /** PostgreSQL address; without one the embedded database is opened. */
  databaseUrl?: string | undefined;
  /** Folder of the embedded database; locked while open. */
  dataDir: string;
  /** Whether to apply pending migrations; true when absent. Several processes may do so at once. */
  migrate?: boolean;
  /** Most connections to PostgreSQL. */
  poolSize?: number;
  /** Called for each lost connection; reconnecting is automatic. */
  onError?: (error: Error) => void;
};
