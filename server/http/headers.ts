/** Security headers of every answer. Everything is loaded from this server, as centres may have no internet. */
import type { ServerResponse } from "node:http";

/** What a page may load: `blob:` for MapLibre's worker, inline styles for the map and for Radix. */
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
 * The policy of one page. Next reads the nonce from the request's header and adds it to the scripts it writes; its hot
 * reload in development needs `eval`.
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
