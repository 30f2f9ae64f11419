/** How long a certificate is still good for. */
import { X509Certificate } from "node:crypto";

const dayMs = 86_400_000;

/** Whole days until a certificate ends; negative once it has ended. */
export function daysLeft(certificate: string, now: Date): number {
  return Math.floor((Date.parse(new X509Certificate(certificate).validTo) - now.getTime()) / dayMs);
}
