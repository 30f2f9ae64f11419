/** Routes HTTP requests: the API first, then the pages. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { exerciseHeader } from "@/domain/protocol/page";
import type { Site } from "@/domain/site";
import type { Country } from "@/domain/vocabulary";
import { HttpError, sendError, sendJson } from "./answer";
import type { AuthRoutes } from "./auth-routes";
import { pagePolicy, setHeaders } from "./headers";
import { heldPath } from "./held-route";
import { type Layers, layersPath } from "./layers";
import type { Metrics } from "./metrics";
import type { Pages } from "./pages";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export type RouterOptions = {
  auth: AuthRoutes;
  layers: Layers;
  site: () => Site;
  /** Answers `GET /api/link`. */
  link: Handler;
  /** Answers everything under `/api/link/held`. */
  held: Handler;
  metrics: Metrics;
  metricsToken?: string;
  /** The answer of /api/health; null when this process cannot serve. */
  health: () => object | null;
  pages: () => Pages | null;
  /** The countries whose demo accounts exist here; none unless this is an exercise. */
  demoCountries: readonly Country[];
  headers: Record<string, string>;
  development: boolean;
  logger: Logger;
};

const isLoopbackAddress = (address: string | undefined): boolean =>
  address !== undefined && /^(::1|(::ffff:)?127\.)/.test(address);

/** Compares in constant time. */
function isEqual(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}

/** Requires the token except from this machine. A request through a local proxy, known by its headers, is remote. */
function mayReadMetrics({ headers, socket }: IncomingMessage, token: string | undefined): boolean {
  if (token !== undefined && isEqual(headers.authorization ?? "", `Bearer ${token}`)) return true;
  const proxied = headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined;
  return !proxied && isLoopbackAddress(socket.remoteAddress);
}

function routesOf(options: RouterOptions): Record<string, Handler> {
  const { auth, metrics, health } = options;
  return {
    "GET /api/health": (_, response) => {
      const body = health();
      sendJson(response, body ? 200 : 503, body ?? { status: "unavailable" });
    },
    "GET /api/metrics": async (request, response) => {
      if (!mayReadMetrics(request, options.metricsToken))
        throw new HttpError("forbidden", "Metrics need a token.");
      response.writeHead(200, { "content-type": metrics.contentType, "cache-control": "no-store" });
      response.end(await metrics.text());
    },
    "GET /api/session": (request, response) => auth.session(request, response),
    "GET /api/site": async (request, response) => {
      if (!(await auth.isSignedIn(request))) throw new HttpError("unauthenticated", "Not signed in.");
      sendJson(response, 200, options.site());
    },
    "GET /api/link": options.link,
    "POST /api/auth/sign-in/username": (request, response) => auth.signIn(request, response),
    "POST /api/auth/sign-out": (request, response) => auth.signOut(request, response),
  };
}

/** The listener of the one HTTP server. Never throws. */
export function createRouter(
  options: RouterOptions,
): (request: IncomingMessage, response: ServerResponse) => void {
  const routes = routesOf(options);
  const handle: Handler = async (request, response) => {
    const path = request.url?.split("?", 1)[0] ?? "/";
    // What is no path of this server, such as `*`, is none of Next's either.
    if (!path.startsWith("/")) throw new HttpError("invalid", "Not a valid address.");
    const route = routes[`${request.method === "HEAD" ? "GET" : request.method} ${path}`];
    if (route) return route(request, response);
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (isRead && (path === layersPath || path.startsWith(`${layersPath}/`)))
      return options.layers.handle(request, response);
    if (path === heldPath || path.startsWith(`${heldPath}/`)) return options.held(request, response);
    if (path.startsWith("/api/")) throw new HttpError("not-found", "No such address.");
    if (!isRead) throw new HttpError("invalid", "Pages are only read.", { allow: "GET, HEAD" }, 405);
    return showPage(options, request, response);
  };
  return (request, response) => {
    setHeaders(response, options.headers);
    Promise.resolve()
      .then(() => handle(request, response))
      .catch((error: unknown) => fail(error, response, options.logger));
  };
}

const nonceBytes = 16;

function showPage(options: RouterOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pages = options.pages();
  if (!pages) throw new HttpError("unavailable", "The pages are not ready.");
  const policy = pagePolicy(randomBytes(nonceBytes).toString("base64"), options.development);
  request.headers["content-security-policy"] = policy;
  response.setHeader("content-security-policy", policy);
  if (options.demoCountries.length > 0) request.headers[exerciseHeader] = options.demoCountries.join(" ");
  else delete request.headers[exerciseHeader];
  return pages.handle(request, response);
}

function fail(error: unknown, response: ServerResponse, logger: Logger): void {
  // The other side went away in the middle: nobody waits for an answer, and nothing failed here.
  if (response.destroyed) return;
  const known =
    error instanceof HttpError ? error : new HttpError("unavailable", "The server cannot answer now.");
  if (known !== error) logger.error({ err: error }, "a request failed");
  if (response.headersSent) response.destroy();
  else sendError(response, known);
}
