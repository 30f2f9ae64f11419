/** This node's own signing keys: the private one in its folder, the public ones there and in the database. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Database } from "@/db/database";
import { currentKey, faultOfKey, takenKey } from "@/db/heads/keys";
import { keyIdOf, publicKeyOf, type SigningKey, signingKeySchema } from "@/db/heads/signature";
import { keepKey, keepTakenKey, readKeys } from "@/db/heads/store";
import { linkFiles, type NodeFile } from "../settings";

type Own = Pick<NodeFile, "country" | "signingPublicKey">;

/** The chain of own keys as the folder holds it. */
export function readOwnKeys(folder: string, { country, signingPublicKey }: Own): SigningKey[] {
  const file = path.join(folder, linkFiles.signingKeys);
  if (!existsSync(file)) return [takenKey(country, signingPublicKey)];
  return z.array(signingKeySchema).parse(JSON.parse(readFileSync(file, "utf8")));
}

/** Keeps own keys that the database lacks: the first one, and those it lost when an older copy was restored. */
export async function keepOwnKeys(db: Database, folder: string, node: Own, now: string): Promise<void> {
  for (const one of readOwnKeys(folder, node)) {
    if (one.signedBy === null) await keepTakenKey(db, node.country, one.publicKey, now);
    else if (!faultOfKey(one, await readKeys(db, node.country))) await keepKey(db, one);
  }
  await keepTakenKey(db, node.country, node.signingPublicKey, now);
}

export type Signer = { key: SigningKey; privateKey: string };

/** The key that signs now. Rejects when the folder's private key is not the newest of the node's chain. */
export async function readSigner(db: Database, folder: string, { country }: Own): Promise<Signer> {
  const privateKey = readFileSync(path.join(folder, linkFiles.signingKey), "utf8");
  const key = currentKey(await readKeys(db, country));
  if (!key || key.key !== keyIdOf(publicKeyOf(privateKey)))
    throw new Error(
      `${linkFiles.signingKey} is not this node's newest signing key: no head is signed with it`,
    );
  return { key, privateKey };
}
