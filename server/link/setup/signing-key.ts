/** Replaces the key that signs this node's heads by a new one that the old one signs. */
import { existsSync, readFileSync, renameSync } from "node:fs";
import { connect } from "@/db/connect";
import type { Database } from "@/db/database";
import { announcedKey } from "@/db/heads/keys";
import { keyIdOf, publicKeyOf } from "@/db/heads/signature";
import { keepKey, readKeys, readLastSignedHead } from "@/db/heads/store";
import { keepOwnKeys, readSigner } from "../heads/own-keys";
import { momentAfter, whileSigning } from "../heads/signer";
import { linkFolder, type NodeFile } from "../settings";
import { makeSigningKey } from "./certificates";
import { fileOf, type LinkFile, writePrivate } from "./files";

export type RotationOptions = { dataFolder: string; databaseUrl: string; node: NodeFile; now: string };

/**
 * Makes a new signing key and announces it under the old one; the partner takes it by itself. Interrupted anywhere, it
 * goes on where it was when it is called again. Rejects when the old key is not this node's newest.
 */
export async function rotateSigningKey(options: RotationOptions): Promise<{ key: string }> {
  const { dataFolder, databaseUrl, node } = options;
  const file = (name: LinkFile) => fileOf(dataFolder, name);
  if (!existsSync(file("nextSigningKey"))) writePrivate(file("nextSigningKey"), makeSigningKey().privateKey);
  const publicKey = publicKeyOf(readFileSync(file("nextSigningKey"), "utf8"));
  const connection = await connect({ databaseUrl, dataDir: dataFolder, poolSize: 1 });
  try {
    const keys = await whileSigning(connection.db, async (tx) => {
      await announce(tx, options, publicKey);
      return await readKeys(tx, node.country);
    });
    writePrivate(file("signingKeys"), JSON.stringify(keys, null, 2));
  } finally {
    await connection.close();
  }
  writePrivate(file("node"), JSON.stringify({ ...node, signingPublicKey: publicKey }, null, 2));
  renameSync(file("nextSigningKey"), file("signingKey"));
  return { key: keyIdOf(publicKey) };
}

async function announce(
  db: Database,
  { dataFolder, node, now }: RotationOptions,
  publicKey: string,
): Promise<void> {
  const folder = linkFolder(dataFolder);
  const { country } = node;
  // Called again after the announcement was kept, only the files are left to be written.
  if ((await readKeys(db, country)).some(({ key }) => key === keyIdOf(publicKey))) return;
  await keepOwnKeys(db, folder, node, now);
  const { key, privateKey } = await readSigner(db, folder, node);
  const last = await readLastSignedHead(db, country);
  await keepKey(db, announcedKey(key, privateKey, { publicKey, at: momentAfter(now, key.at, last?.at) }));
}
