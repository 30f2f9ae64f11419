/** The check that a request which changes something was not sent by another page. */
import type { IncomingMessage } from "node:http";
import { HttpError } from "./answer";

/** Browsers always send Origin with a POST; a client without one is not a browser, so CSRF does not apply to it. */
export function checkOrigin({ headers }: IncomingMessage, trustedOrigins: readonly string[]): void {
  const { origin } = headers;
  if (origin === undefined || trustedOrigins.includes(origin)) return;
  throw new HttpError("forbidden", "A request from this page is not allowed.");
}
