/**
 * A node's identity: one self-signed certificate, which its gateway shows to the partner and with which it signs in at
 * the partner's gateway, and an Ed25519 key that signs its heads. Each side pins the other's certificate; there is no
 * authority that either would have to trust.
 */
import "reflect-metadata";
import { createHash, createPublicKey, generateKeyPairSync, randomBytes, webcrypto } from "node:crypto";
import { isIP } from "node:net";
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from "@peculiar/x509";
import type { Country } from "@/domain/vocabulary";

cryptoProvider.set(webcrypto as unknown as Crypto);

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const validDays = 730;
const dayMs = 86_400_000;

/** The role under which a node signs in at its partner's gateway; the certificate's common name. */
export const partnerRole = (country: Country): string => `partner_${country.toLowerCase()}`;

export type Certificate = { certificate: string; key: string };

/** Makes a certificate for the gateway at `host` (a name or an address), valid for two years. PEM texts. */
export async function makeCertificate(country: Country, host: string, now: Date): Promise<Certificate> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const publicKey = keys.publicKey as Parameters<typeof SubjectKeyIdentifierExtension.create>[0];
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: randomBytes(16).toString("hex"),
    name: `CN=${partnerRole(country)}`,
    notBefore: new Date(now.getTime() - dayMs),
    notAfter: new Date(now.getTime() + validDays * dayMs),
    signingAlgorithm: algorithm,
    keys: keys as Parameters<typeof X509CertificateGenerator.createSelfSigned>[0]["keys"],
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth, ExtendedKeyUsage.clientAuth]),
      // During a rotation two certificates have one name: the key's identifier tells them apart.
      await SubjectKeyIdentifierExtension.create(publicKey),
      await AuthorityKeyIdentifierExtension.create(publicKey),
      new SubjectAlternativeNameExtension([{ type: isIP(host) ? "ip" : "dns", value: host }]),
    ],
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey("pkcs8", keys.privateKey)).toString("base64");
  const key = `-----BEGIN PRIVATE KEY-----\n${pkcs8.replace(/.{64}/g, "$&\n").trim()}\n-----END PRIVATE KEY-----\n`;
  return { certificate: `${certificate.toString("pem")}\n`, key };
}

/** A new Ed25519 key, PEM texts. */
export function makeSigningKey(): { publicKey: string; privateKey: string } {
  return generateKeyPairSync("ed25519", {
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
}

/** The public half of a private key, PEM texts. */
export const publicKeyOf = (privateKey: string): string =>
  createPublicKey(privateKey).export({ type: "spki", format: "pem" }).toString();

/** What two people read to each other by telephone: the first 20 hex digits of a hash, in groups of four. */
export function fingerprintOf(...parts: readonly string[]): string {
  const hash = createHash("sha256")
    .update(parts.map((part) => part.trim()).join("\n"))
    .digest("hex");
  return (hash.slice(0, 20).match(/.{4}/g) ?? []).join(" ").toUpperCase();
}
