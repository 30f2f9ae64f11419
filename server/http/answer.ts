/** HTTP helpers: JSON answers, errors, request bodies with a size limit. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ErrorCode } from "@/domain/errors";

/** Larger than any valid request: only sign-in has a body. */
const maxBodyBytes = 16 * 1024;

const statusOf: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  "rate-limited": 429,
  unavailable: 503,
  protocol: 426,
};

/** Thrown by a route to be answered as `{error: {code, message}}`. */
export class HttpError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly headers: Record<string, string> = {},
    /** The status where HTTP has a more exact one than the code's. */
    readonly status: number = statusOf[code],
  ) {
    super(message);
  }
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const text = JSON.stringify(value);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
  });
  response.end(text);
}

export function sendError(response: ServerResponse, error: HttpError): void {
  for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
  sendJson(response, error.status, { error: { code: error.code, message: error.message } });
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > maxBodyBytes) throw new HttpError("too-large", "This request is too large.");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** The request's JSON body. Throws HttpError `invalid` on anything else, `too-large` beyond 16 KiB. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError("invalid", "The body is not JSON.");
  }
}
