/** Who an account is in the log: enough to audit four eyes, nothing that names anyone across the border (rule L8). */
import { createHmac } from "node:crypto";
import type { Country } from "@/domain/vocabulary";

const pseudonymHexDigits = 32;

/** HMAC-SHA-256 of the account's id under a key of its country's own, first 32 hex digits. */
export function pseudonymOf(secret: string, country: Country, accountId: string): string {
  const key = createHmac("sha256", secret).update(`by:${country}`).digest();
  return createHmac("sha256", key).update(accountId).digest("hex").slice(0, pseudonymHexDigits);
}
