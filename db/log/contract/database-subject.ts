/** The log on a database, as a subject of the contract. */
import { type SQL, sql } from "drizzle-orm";
import { streams } from "@/domain/envelope";
import { session, user } from "../../schema";
import type { TestDatabase } from "../../testing/databases";
import { verifyStream } from "../../verify/streams";
import { createLog } from "../log";
import { readHeads } from "../read";
import type { LogSubject, Session, Tampering } from "./subject";

const statements: Record<Tampering, SQL> = {
  "a changed body": sql`update joint_events set body = '{}'`,
  "a body without its salt": sql`update joint_events set body = null`,
  "a changed header": sql`update joint_events set body = null, salt = null, at = '2026-01-01T00:00:00.000Z'`,
  "a deletion": sql`delete from joint_events`,
  "emptying the table": sql`truncate joint_events`,
};

/** The message of the database lies in the cause of the library's error. */
const causeOf = (error: unknown): unknown => (error instanceof Error ? (error.cause ?? error) : error);

export function databaseSubject({ first, second, drop }: TestDatabase): LogSubject {
  const { db } = first;
  return {
    first: createLog(first),
    second: createLog(second),
    drop,
    refusal: /append-only/,
    async verify() {
      const heads = await readHeads(db, { lock: false });
      return await Promise.all(streams.map((stream) => verifyStream(db, stream, heads[stream])));
    },
    async erase({ stream, seq }) {
      const table = sql.raw(stream.endsWith("joint") ? "joint_events" : "national_events");
      await db.execute(
        sql`update ${table} set body = null, salt = null where stream = ${stream} and seq = ${seq}`,
      );
    },
    async tamper(how) {
      await db.execute(statements[how]).catch((error: unknown) => {
        throw causeOf(error);
      });
    },
    async addSession(token, { expiresAt, disabled }: Session) {
      const name = `account-of-${token}`;
      const account = { role: "operator", country: "KH", desk: "KH-JOC-2" } as const;
      const email = `${name}@sekong.invalid`;
      await db.insert(user).values({ ...account, id: name, name, email, username: name, by: name, disabled });
      await db.insert(session).values({ id: token, token, userId: name, expiresAt });
    },
  };
}
