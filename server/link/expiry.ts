/** How long certificates are still good for. */
import { X509Certificate } from "node:crypto";

const dayMs = 86_400_000;

/** The certificates of a PEM text: one, or during a rotation the old one and the new one. */
export const certificatesIn = (pem: string): string[] =>
  pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];

/** Whole days until the last of these certificates ends; negative once it has. Throws on what is no certificate. */
export function daysLeft(pem: string, now: Date): number {
  const certificates = certificatesIn(pem);
  if (certificates.length === 0) throw new Error("There is no certificate in this file.");
  const ends = certificates.map((one) => Date.parse(new X509Certificate(one).validTo));
  return Math.floor((Math.max(...ends) - now.getTime()) / dayMs);
}
