/** The embedded driver: PGlite in the data folder, for the demo, training and development. It does not fsync. */
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import type { Connection, ConnectOptions, Wake } from "../connection";
import { lockFolder } from "../folder-lock";
import { migrationsFolder } from "../migrate";
import * as schema from "../schema";

export async function openPglite(options: ConnectOptions): Promise<Connection> {
  const unlock = lockFolder(options.dataDir);
  let client: PGlite | undefined;
  try {
    client = await PGlite.create(path.join(path.resolve(options.dataDir), "pglite"));
    return await wrap(client, unlock, options.migrate ?? true);
  } catch (error) {
    await client?.close().catch(() => undefined);
    unlock();
    throw error;
  }
}

async function wrap(client: PGlite, unlock: () => void, migrateNow: boolean): Promise<Connection> {
  const db = drizzle({ client, schema });
  if (migrateNow) await migrate(db, { migrationsFolder: migrationsFolder() });
  let closing: Promise<void> | undefined;
  return {
    kind: "pglite",
    db,
    async listen(channel: string, onWake: Wake) {
      const unlisten = await client.listen(channel, onWake);
      return () => (client.closed || closing ? Promise.resolve() : unlisten());
    },
    close() {
      closing ??= client.close().finally(unlock);
      return closing;
    },
  };
}
