/** Signed heads and the keys that sign them: the texts that are signed, and their Ed25519 signatures. */
import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { z } from "zod";
import { canonical } from "@/domain/hash";
import { countrySchema } from "@/domain/vocabulary";

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
/** ISO 8601 UTC with milliseconds, so that the order of the texts is the order of the times. */
const instant = z.iso.datetime({ precision: 3 });
const signature = z.base64().length(88);

/** What a node says its own joint stream is: its last event then, under a signature. */
export const signedHeadSchema = z.object({
  country: countrySchema,
  seq: z.number().int().min(1),
  hash: hex64,
  at: instant,
  key: hex64,
  signature,
});
export type SignedHead = z.infer<typeof signedHeadSchema>;

/** A public key of a node. One that a person took has no signature; every later one is signed by the key before it. */
export const signingKeySchema = z.object({
  country: countrySchema,
  key: hex64,
  publicKey: z.string().startsWith("-----BEGIN PUBLIC KEY-----").max(500),
  at: instant,
  signedBy: hex64.nullable(),
  signature: signature.nullable(),
});
export type SigningKey = z.infer<typeof signingKeySchema>;

/** From when on the first key of a node signs: nothing came before it. */
export const beginning = "1970-01-01T00:00:00.000Z";

export const headSigned = ({ country, seq, hash, at }: Pick<SignedHead, "country" | "seq" | "hash" | "at">) =>
  canonical({ v: 1, signs: "head", country, seq, hash, at });

/** The signature binds a key to the one before it, so that it cannot be moved to another place of the chain. */
export const keySigned = ({ country, publicKey, at, signedBy }: Omit<SigningKey, "key" | "signature">) =>
  canonical({ v: 1, signs: "key", country, publicKey, at, signedBy });

/** The name of a public key: SHA-256 of its DER form, lower-case hex. Throws on what is no public key. */
export function keyIdOf(publicKey: string): string {
  const der = createPublicKey(publicKey).export({ type: "spki", format: "der" });
  return createHash("sha256").update(der).digest("hex");
}

/** The public half of a private key, as PEM text. */
export const publicKeyOf = (privateKey: string): string =>
  createPublicKey(createPrivateKey(privateKey)).export({ type: "spki", format: "pem" }).toString();

/** An Ed25519 signature in base64. `privateKey` is PEM text. */
export const signText = (privateKey: string, text: string): string =>
  sign(null, Buffer.from(text), createPrivateKey(privateKey)).toString("base64");

/** Whether a text was signed with an Ed25519 key. False for anything that is no such key or signature. */
export function isSignedBy(publicKey: string, text: string, signed: string): boolean {
  try {
    const key = createPublicKey(publicKey);
    if (key.asymmetricKeyType !== "ed25519") return false;
    return verify(null, Buffer.from(text), key, Buffer.from(signed, "base64"));
  } catch {
    return false;
  }
}
