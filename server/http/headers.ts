/** Security headers of every answer. Nothing is loaded from anywhere else: the centres may have no internet. */
import type { ServerResponse } from "node:http";

/** What a page may load. MapLibre starts its worker from a blob; styles are set inline by the map and by Radix. */
function contentSecurityPolicy(script: string): string {
  return [
    "default-src 'self'",
    `script-src ${script}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob: data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/**
 * The policy of one page. Next finds the nonce in the request's own header and puts it on the scripts it writes;
 * in development its hot reload needs `eval`.
 */
export function pagePolicy(nonce: string, development: boolean): string {
  return contentSecurityPolicy(`'self' 'nonce-${nonce}'${development ? " 'unsafe-eval'" : ""}`);
}

export function securityHeaders(options: { https: boolean }): Record<string, string> {
  return {
    "content-security-policy": contentSecurityPolicy("'self'"),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": "geolocation=(self), camera=(self), microphone=()",
    "cross-origin-opener-policy": "same-origin",
    ...(options.https ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}

export function setHeaders(response: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
