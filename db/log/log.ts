/** The log on either driver. */
import { sql } from "drizzle-orm";
import type { Connection } from "../connection";
import type { Log } from "../types";
import { openAppend } from "./append";
import { readAfter, readHeads, readHistory } from "./read";

export function createLog(connection: Connection): Log {
  const { db } = connection;
  return {
    transact: (work) => db.transaction(async (tx) => work(await openAppend(tx))),
    readAfter: (vector, streams, limit) => readAfter(db, vector, streams, limit),
    history: (country, query) => readHistory(db, country, query),
    heads: () => readHeads(db, { lock: false }),
    listen: (channel, onWake) => connection.listen(channel, onWake),
    async notify(channel, payload) {
      await db.execute(sql`select pg_notify(${channel}, ${payload})`);
    },
  };
}
