/** Signs this node's own joint stream once a minute, in the one process that writes into the gateway. */
import { sql } from "drizzle-orm";
import type { Database } from "@/db/database";
import { headSigned, type SignedHead, signText } from "@/db/heads/signature";
import { keepHeads, readLastSignedHead } from "@/db/heads/store";
import { readHeads } from "@/db/log/read";
import { streamOf } from "@/domain/envelope";
import type { LinkSettings } from "../settings";
import { keepOwnKeys, readSigner } from "./own-keys";

export const signEveryMs = 60_000;
/** Any number, the same in every process of a node. */
const signingLock = 7_365_472;

/** A moment that comes after others: a clock that was set back does not bring two heads out of order. */
export function momentAfter(now: string, ...earlier: readonly (string | undefined)[]): string {
  const after = earlier.map((at) => (at === undefined ? 0 : Date.parse(at) + 1));
  return new Date(Math.max(Date.parse(now), ...after)).toISOString();
}

/** Runs work while no other process signs, so that no head comes after the key that replaces its key. */
export function whileSigning<Result>(db: Database, work: (tx: Database) => Promise<Result>): Promise<Result> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${signingLock})`);
    return await work(tx);
  });
}

/** Signs the head of the own joint stream and keeps it; nothing while the stream is empty. */
export const signOwnHead = (
  db: Database,
  settings: Pick<LinkSettings, "folder" | "node">,
  now: string,
): Promise<SignedHead | undefined> => whileSigning(db, (tx) => signHead(tx, settings, now));

async function signHead(
  db: Database,
  { folder, node }: Pick<LinkSettings, "folder" | "node">,
  now: string,
): Promise<SignedHead | undefined> {
  const { country } = node;
  await keepOwnKeys(db, folder, node, now);
  const head = (await readHeads(db, { lock: false }))[streamOf(country, "joint")];
  if (!head || head.seq === 0) return undefined;
  const { key, privateKey } = await readSigner(db, folder, node);
  const last = await readLastSignedHead(db, country);
  const said = { country, seq: head.seq, hash: head.hash, at: momentAfter(now, last?.at, key.at) };
  const signed = { ...said, key: key.key, signature: signText(privateKey, headSigned(said)) };
  await keepHeads(db, [signed]);
  return signed;
}
